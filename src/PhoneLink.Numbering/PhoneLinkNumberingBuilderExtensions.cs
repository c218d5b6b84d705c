using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PhoneLink;

/// <summary>Gives PhoneLink the numbering plan of all countries.</summary>
public static class PhoneLinkNumberingBuilderExtensions
{
    /// <summary>Registers <see cref="WorldNumberingPlan"/>, unless another plan is registered already.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>Loads nothing.</remarks>
    public static PhoneLinkBuilder AddNumberingPlan(this PhoneLinkBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<INumberingPlan, WorldNumberingPlan>();
        return builder;
    }
}
