using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Adds PhoneLink to an application's services.</summary>
public static class PhoneLinkServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="ITelephonyProvider"/> over links, with the default layers, and what it needs.</summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder for the host's answers: <c>AddPhoneLink().ConfirmWith(ask)</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <remarks>See <see cref="AddPhoneLink(IServiceCollection, Action{TelephonyProviderBuilder})"/>.</remarks>
    public static PhoneLinkBuilder AddPhoneLink(this IServiceCollection services) => services.AddPhoneLink((Action<TelephonyProviderBuilder>?)null);

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
    public static PhoneLinkBuilder AddPhoneLink(this IServiceCollection services, Action<TelephonyProviderBuilder>? pipeline)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (pipeline is not null)
            services.AddSingleton(new PhoneLinkPipeline(pipeline));

        services.AddOptions<PhoneLinkOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PhoneLinkOptions>, PhoneLinkOptionsValidator>());
        services.AddOptions<PipelineCheck>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PipelineCheck>, PipelineCheck.Validator>());
        services.TryAddSingleton<OptionsPreferenceSource>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPreferenceSource, OptionsPreferenceSource>(HostOptions));
        services.TryAddSingleton(MakeResolver);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static services => new PhoneLinkExpander(services.GetRequiredService<PreferenceResolver>(), services.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(MakeLauncher);
        services.TryAddSingleton(MakeProvider);
        return new(services);
    }

    /// <summary>Adds an <see cref="ITelephonyProvider"/> and what it needs, with preferences of a configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="preferences">The section <c>PhoneLink</c> with the levels, or the whole configuration (<see cref="IConfigurationRoot"/>) that has it.</param>
    /// <param name="pipeline">Names all layers, and with <c>To</c> the provider; null for <see cref="TelephonyProviderBuilderExtensions.UseDefaults(TelephonyProviderBuilder)"/> over links.</param>
    /// <returns>A builder for the host's answers: <c>AddPhoneLink(configuration).ConfirmWith(ask)</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="preferences"/> is null.</exception>
    /// <remarks>
    /// As <see cref="AddPhoneLink(IServiceCollection, Action{TelephonyProviderBuilder})"/>, with a <see cref="ConfigurationPreferenceSource"/>; the web
    /// hosts of its <c>System:AllowedHosts</c> are added to <see cref="PhoneLinkOptions.AllowedHosts"/>. A reload serves without restart.
    /// </remarks>
    public static PhoneLinkBuilder AddPhoneLink(this IServiceCollection services, IConfiguration preferences, Action<TelephonyProviderBuilder>? pipeline = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(preferences);
        var builder = services.AddPhoneLink(pipeline);
        if (services.Any(service => service.ImplementationInstance is ConfiguredHosts hosts && ReferenceEquals(hosts.Configuration, preferences)))
            return builder;

        var allowed = new ConfiguredHosts(preferences);
        services.AddSingleton(allowed);
        services.AddSingleton<IConfigureOptions<PhoneLinkOptions>>(allowed);
        services.AddSingleton<IOptionsChangeTokenSource<PhoneLinkOptions>>(allowed);
        services.AddSingleton<IPreferenceSource>(new ConfigurationPreferenceSource(preferences));
        return builder;
    }

    private static OptionsPreferenceSource HostOptions(IServiceProvider services) => services.GetRequiredService<OptionsPreferenceSource>();

    /// <summary>The host's options bind least on their level, whoever was registered first: what is stored was chosen later.</summary>
    private static PreferenceResolver MakeResolver(IServiceProvider services)
    {
        var options = HostOptions(services);
        var stored = services.GetServices<IPreferenceSource>().Where(source => !ReferenceEquals(source, options));
        return new([options, .. stored], () => options.Formats);
    }

    private static ILinkLauncher MakeLauncher(IServiceProvider services)
    {
        var options = HostOptions(services);
        return LinkLauncher.ForCurrentOS(() => options.Formats.Schemes);
    }

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
