using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PhoneLink.Activation;

namespace PhoneLink;

/// <summary>Adds a handler of links to a host.</summary>
public static class PhoneLinkHandlerExtensions
{
    /// <summary>Adds a service that turns a listener's links into calls: read by the format, agreed to by a person, dialled by the host's telephone.</summary>
    /// <param name="services">The services.</param>
    /// <param name="listener">The listener of this process (<see cref="ActivationListener.StartAsync"/>), started before the host is built: a process that hands its link over needs no host.</param>
    /// <param name="configure">Names the schemes, and what else is wanted.</param>
    /// <param name="pipeline">As for <c>AddPhoneLink</c>: the layers, and with <c>To</c> the telephone.</param>
    /// <returns>A builder for the host's answers; <c>ConfirmWith</c> is needed.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="pipeline"/> is null.</exception>
    /// <remarks>
    /// <para>
    /// The host refuses to start (<see cref="OptionsValidationException"/>) without an <see cref="IDialConfirmation"/>, without a scheme, and if it
    /// would dial by links of its own scheme. One link is handled after the other; ten within a minute at most. At the host's end an open
    /// question ends, and every link that was accepted is still reported.
    /// </para>
    /// <para>Never give the arguments of <c>Main</c> to the host's configuration: they come from a stranger.</para>
    /// </remarks>
    public static PhoneLinkBuilder AddPhoneLinkHandler(
        this IServiceCollection services, ActivationListener listener, Action<PhoneLinkHandlerOptions> configure, Action<TelephonyProviderBuilder>? pipeline = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(listener);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<PhoneLinkHandlerOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PhoneLinkHandlerOptions>, PhoneLinkHandlerValidator>());
        services.TryAddSingleton(listener);
        services.AddHostedService<PhoneLinkHandlerService>();
        return services.AddPhoneLink(pipeline);
    }
}
