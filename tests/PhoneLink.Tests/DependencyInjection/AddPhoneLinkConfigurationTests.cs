using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PhoneLink.Tests.Preferences;

namespace PhoneLink.Tests.DependencyInjection;

public class AddPhoneLinkConfigurationTests
{
    private const string Pbx = "https://pbx.example.com/call?n=%p";

    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [Fact]
    [Requirement("PREF-36")]
    public async Task A_configuration_chooses_each_users_format()
    {
        using var services = Build("""{ "PhoneLink": { "System": { "Format": "callto:%p" }, "Users": { "42": { "Format": "domycall:%p" } } } }""", static (services, root) =>
            services.AddPhoneLink(root));
        var phone = services.GetRequiredService<ITelephonyProvider>();

        (await phone.DialAsync(new DialRequest(Number) { DryRun = true, Scope = new() { User = "42" } })).Link!.Scheme.Should().Be("domycall");
        (await phone.DialAsync(new DialRequest(Number) { DryRun = true, Scope = new() { User = "43" } })).Link!.Scheme.Should().Be("callto");
        phone.Should().BeOfType<RuleLayer>();
    }

    [Fact]
    [Requirement("PREF-36")]
    public void A_pipeline_goes_with_a_configuration()
    {
        using var services = Build("{}", static (services, root) => services.AddPhoneLink(root.GetSection("PhoneLink"), static pipeline => pipeline.UseConfirmation()));

        services.GetRequiredService<ITelephonyProvider>().Should().BeOfType<Confirmation>();
        FluentActions.Invoking(() => new ServiceCollection().AddPhoneLink((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("PREF-36")]
    public async Task The_hosts_options_bind_least_on_their_level_whoever_comes_first()
    {
        using var services = Build("""{ "PhoneLink": { "System": { "Format": "callto:%p" } } }""", static (services, root) =>
        {
            services.AddSingleton<IPreferenceSource>(new FixedSource(new PreferenceEntry("Count", "1", PreferenceLevel.System)));
            services.AddPhoneLink(root);
            services.Configure<PhoneLinkOptions>(static options => options.Format = "sip:%p");
        });
        var preferences = await services.GetRequiredService<PreferenceResolver>().ResolveAsync();

        preferences.Format.ToString().Should().Be("callto:%p");
        preferences.Get(Keys.Count).Should().Be(1);
        preferences.Explain(PhonePreferenceKeys.Format).ToString().Should().Be("Format at System (System: Serves; System: Overridden)");
    }

    [Fact]
    [Requirement("PREF-36")]
    public async Task A_format_that_nobody_set_is_of_no_level()
    {
        using var services = Build("{}", static (services, root) => services.AddPhoneLink(root));

        (await services.GetRequiredService<PreferenceResolver>().ResolveAsync()).Explain(PhonePreferenceKeys.Format).ToString().Should().Be("Format at Default");
    }

    [Fact]
    [Requirement("PREF-36")]
    public void The_same_configuration_twice_is_one_source()
    {
        using var services = Build("{}", static (services, root) =>
        {
            services.AddPhoneLink(root);
            services.AddPhoneLink(root);
        });

        services.GetServices<IPreferenceSource>().OfType<ConfigurationPreferenceSource>().Should().ContainSingle();
    }

    [Theory]
    [Requirement("PREF-26")]
    [InlineData("[ \"pbx.example.com\" ]")]
    [InlineData("\"other.example, pbx.example.com\"")]
    public async Task Web_hosts_of_the_hosts_configuration_are_allowed_for_reading_and_launching(string hosts)
    {
        using var services = Build($$"""{ "PhoneLink": { "System": { "AllowedHosts": {{hosts}} }, "Users": { "42": { "Format": "{{Pbx}}" } } } }""", static (services, root) => services.AddPhoneLink(root));
        var result = await services.GetRequiredService<ITelephonyProvider>().DialAsync(new DialRequest(Number) { DryRun = true, Scope = new() { User = "42" } });

        result.Link!.OriginalText.Should().Be("https://pbx.example.com/call?n=%2B4722517000");
        result.PreferenceProblems.Should().BeEmpty();
        MayLaunch(services, "https://pbx.example.com/call").Should().BeTrue();
        MayLaunch(services, "https://evil.example/call").Should().BeFalse();
    }

    [Fact]
    [Requirement("PREF-26")]
    public async Task Web_hosts_of_the_options_are_allowed_too()
    {
        using var services = Build($$"""{ "PhoneLink": { "Users": { "42": { "Format": "{{Pbx}}" } } } }""", static (services, root) =>
        {
            services.AddPhoneLink(root);
            services.Configure<PhoneLinkOptions>(static options => options.AllowedHosts.Add("pbx.example.com"));
        });

        (await FormatAsync(services)).Should().Be(Pbx);
        MayLaunch(services, "https://pbx.example.com/call").Should().BeTrue();
    }

    [Theory]
    [Requirement("PREF-26")]
    [InlineData("\"Users\": { \"42\": { \"Format\": \"PBX\", \"AllowedHosts\": [ \"pbx.example.com\" ] } }", PreferenceLevel.User)]
    [InlineData("\"Users\": { \"42\": { \"Format\": \"PBX\" } }, \"Machine\": { \"AllowedHosts\": \"pbx.example.com\" }", PreferenceLevel.Machine)]
    public async Task Elsewhere_a_list_of_web_hosts_is_reported_and_allows_nothing(string levels, PreferenceLevel level)
    {
        using var services = Build($$"""{ "PhoneLink": { {{levels.Replace("PBX", Pbx, StringComparison.Ordinal)}} } }""", static (services, root) => services.AddPhoneLink(root));
        var result = await services.GetRequiredService<ITelephonyProvider>().DialAsync(new DialRequest(Number) { DryRun = true, Scope = new() { User = "42" } });

        result.Link!.Scheme.Should().Be("tel");
        result.PreferenceProblems.Select(static problem => (problem.Kind, problem.Key, problem.Level)).Should().Equal(
            (PreferenceProblemKind.NotAllowed, "Format", PreferenceLevel.User), (PreferenceProblemKind.NotAllowed, "AllowedHosts", level));
        MayLaunch(services, "https://pbx.example.com/call").Should().BeFalse();
    }

    [Fact]
    [Requirement("PREF-26")]
    public async Task Another_sources_system_level_allows_no_web_host()
    {
        using var services = Build("{}", static (services, root) =>
        {
            services.AddPhoneLink(root);
            services.AddSingleton<IPreferenceSource>(new FixedSource(new("AllowedHosts", "pbx.example.com", PreferenceLevel.System), new("Format", Pbx, PreferenceLevel.System)));
        });

        (await FormatAsync(services)).Should().Be("tel:%p");
        MayLaunch(services, "https://pbx.example.com/call").Should().BeFalse();
    }

    [Theory]
    [Requirement("PREF-26")]
    [InlineData("pbx.example.com/x")]
    [InlineData("*.example.com")]
    [InlineData("https://pbx.example.com")]
    public void A_malformed_web_host_stops_the_start(string host)
    {
        using var services = Build($$"""{ "PhoneLink": { "System": { "AllowedHosts": [ "{{host}}" ] } } }""", static (services, root) => services.AddPhoneLink(root));

        FluentActions.Invoking(services.GetRequiredService<IStartupValidator>().Validate).Should().Throw<OptionsValidationException>().WithMessage("*PhoneLinkOptions.AllowedHosts*");
        FluentActions.Invoking(services.GetRequiredService<ITelephonyProvider>).Should().Throw<OptionsValidationException>();
    }

    [Fact]
    [Requirement("PREF-34")]
    public async Task A_reload_serves_formats_and_web_hosts_without_restart()
    {
        IConfigurationRoot? configuration = null;
        using var services = Build($$"""{ "PhoneLink": { "Users": { "42": { "Format": "{{Pbx}}" } } } }""", (services, root) => services.AddPhoneLink(configuration = root));
        (await FormatAsync(services)).Should().Be("tel:%p");

        configuration!["PhoneLink:System:AllowedHosts"] = "pbx.example.com";
        configuration.Reload();
        (await FormatAsync(services)).Should().Be(Pbx);
        MayLaunch(services, "https://pbx.example.com/call").Should().BeTrue();

        // The last good list serves when the new one is malformed.
        configuration["PhoneLink:System:AllowedHosts"] = "*";
        FluentActions.Invoking(configuration.Reload).Should().Throw<Exception>();
        (await FormatAsync(services)).Should().Be(Pbx);

        configuration["PhoneLink:System:AllowedHosts"] = null;
        configuration.Reload();
        (await FormatAsync(services)).Should().Be("tel:%p");
        MayLaunch(services, "https://pbx.example.com/call").Should().BeFalse();
    }

    private static async Task<string> FormatAsync(ServiceProvider services) =>
        (await services.GetRequiredService<PreferenceResolver>().ResolveAsync(new() { User = "42" })).Format.ToString();

    /// <summary>Whether the launcher that was registered would open a link; it is not asked to.</summary>
    private static bool MayLaunch(ServiceProvider services, string link) =>
        services.GetRequiredService<ILinkLauncher>().Should().BeOfType<CheckedLinkLauncher>().Which.Allows(TelephonyUri.Parse(link));

    private static ServiceProvider Build(string json, Action<IServiceCollection, IConfigurationRoot> add)
    {
        var values = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().AsEnumerable();
        var services = new ServiceCollection();
        add(services, new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services.BuildServiceProvider();
    }
}
