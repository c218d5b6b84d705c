using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink;

/// <summary>What <c>AddPhoneLink</c> returns, so that answers can be registered behind it.</summary>
/// <remarks>Not thread-safe, like the collection.</remarks>
public sealed class PhoneLinkBuilder
{
    internal PhoneLinkBuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the services to which PhoneLink was added.</summary>
    public IServiceCollection Services { get; }
}
