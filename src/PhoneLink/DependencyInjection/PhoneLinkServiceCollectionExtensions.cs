using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Adds PhoneLink to an application's services.</summary>
public static class PhoneLinkServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="ITelephonyProvider"/> and what it needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="pipeline">Names all layers, and with <c>To</c> the provider; null for <see cref="TelephonyProviderBuilderExtensions.UseDefaults(TelephonyProviderBuilder)"/> over links.</param>
    /// <returns>A builder for the host's answers: <c>AddPhoneLink().ConfirmWith(ask)</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <remarks>
    /// Everything is a singleton. May be called more than once: the last pipeline serves, and what the host registered itself stays. The options
    /// are <see cref="PhoneLinkOptions"/>; malformed ones are an <see cref="OptionsValidationException"/> when the host starts or, without
    /// a host, when the provider is first asked for.
    /// </remarks>
    public static PhoneLinkBuilder AddPhoneLink(this IServiceCollection services, Action<TelephonyProviderBuilder>? pipeline = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (pipeline is not null)
            services.AddSingleton(new PhoneLinkPipeline(pipeline));

        services.AddOptions<PhoneLinkOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PhoneLinkOptions>, PhoneLinkOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPreferenceSource, OptionsPreferenceSource>());
        services.TryAddSingleton(static services => new PreferenceResolver(services.GetServices<IPreferenceSource>(), FormatOptions(services)));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static services => new PhoneLinkExpander(services.GetRequiredService<PreferenceResolver>(), services.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static services => LinkLauncher.ForCurrentOS(FormatOptions(services).Schemes));
        services.TryAddSingleton(MakeProvider);
        return new(services);
    }

    private static PhoneLinkFormatOptions FormatOptions(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<PhoneLinkOptions>>().CurrentValue.FormatOptions;

    private static ITelephonyProvider MakeProvider(IServiceProvider services)
    {
        var builder = new TelephonyProviderBuilder();
        if (services.GetService<PhoneLinkPipeline>() is { } pipeline)
            pipeline.Configure(builder);
        else
            builder.UseDefaults();

        return builder.Build(services);
    }
}
