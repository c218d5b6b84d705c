#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink;

/// <summary>Registers the host's answers to what PhoneLink asks.</summary>
public static class PhoneLinkBuilderExtensions
{
    /// <summary>Registers who asks a person whether to place a call that a link asks for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirm">Asks; called on the thread that dials, see <see cref="IDialConfirmation"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>The last registration serves.</remarks>
    public static PhoneLinkBuilder ConfirmWith(this PhoneLinkBuilder builder, Func<DialRequest, CancellationToken, Task<bool>> confirm)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(confirm);
        builder.Services.AddSingleton<IDialConfirmation>(new DelegateConfirmation(confirm));
        return builder;
    }

    /// <summary>Registers the type that asks a person whether to place a call that a link asks for.</summary>
    /// <typeparam name="T">The type; made once, by the services.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>The last registration serves.</remarks>
#if NET
    public static PhoneLinkBuilder ConfirmWith<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this PhoneLinkBuilder builder)
#else
    public static PhoneLinkBuilder ConfirmWith<T>(this PhoneLinkBuilder builder)
#endif
        where T : class, IDialConfirmation
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IDialConfirmation, T>();
        return builder;
    }
}
