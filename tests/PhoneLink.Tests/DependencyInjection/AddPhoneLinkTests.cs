using Microsoft.Extensions.DependencyInjection;
using PhoneLink.Tests.Dialing;
using PhoneLink.Tests.Formats;
using PhoneLink.Tests.Launching;

namespace PhoneLink.Tests.DependencyInjection;

public class AddPhoneLinkTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private readonly FakeLauncher _launcher = new();

    [Fact]
    [Requirement("DI-1")]
    public async Task One_line_makes_a_guarded_link_provider()
    {
        using var services = Build(services => services.AddPhoneLink());
        var phone = services.GetRequiredService<ITelephonyProvider>();

        phone.Should().BeOfType<RuleLayer>().And.BeSameAs(services.GetRequiredService<ITelephonyProvider>());
        (await phone.DialAsync(Number)).Status.Should().Be(DialStatus.HandedOff);
        (await phone.DialAsync(Number)).Status.Should().Be(DialStatus.Duplicate);
        _launcher.Launched.Single().Link.OriginalText.Should().Be("tel:+4722517000");
        services.GetRequiredService<TimeProvider>().Should().BeSameAs(TimeProvider.System);
    }

    [Fact]
    [Requirement("DI-1")]
    public async Task The_options_choose_the_format()
    {
        using var services = Build(services => services.Configure<PhoneLinkOptions>(options => options.Format = "domycall:%p").AddPhoneLink());

        await services.GetRequiredService<ITelephonyProvider>().DialAsync(Number);

        _launcher.Launched.Single().Link.Scheme.Should().Be("domycall");
    }

    [Fact]
    [Requirement("DI-1")]
    public async Task The_hosts_own_variables_and_web_hosts_reach_the_format_of_the_options()
    {
        using var services = Build(services => services.Configure<PhoneLinkOptions>(static options =>
        {
            options.Format = "https://pbx.example.com/call?n=%p&t=<ticket>";
            options.FormatOptions.CustomVariables.Add("ticket");
            options.FormatOptions.Schemes = SchemePolicy.Default.AllowHttps("pbx.example.com");
        }).AddPhoneLink());
        var subject = new CallSubject { Overrides = new Values(("ticket", "T 7")) };

        await services.GetRequiredService<ITelephonyProvider>().DialAsync(new DialRequest(Number) { Subject = subject });

        _launcher.Launched.Single().Link.OriginalText.Should().Be("https://pbx.example.com/call?n=%2B4722517000&t=T%207");
        (await services.GetRequiredService<PreferenceResolver>().ResolveAsync()).Get(PhonePreferenceKeys.Format).Scheme.Should().Be("https");
    }

    [Fact]
    [Requirement("DI-2")]
    public async Task Twice_is_harmless()
    {
        var collection = new ServiceCollection().AddSingleton<ILinkLauncher>(_launcher);
        collection.AddPhoneLink();
        collection.AddPhoneLink();
        using var services = collection.BuildServiceProvider();

        services.GetServices<ITelephonyProvider>().Should().ContainSingle();
        services.GetServices<IPreferenceSource>().Should().ContainSingle();
        services.GetServices<Microsoft.Extensions.Options.IValidateOptions<PhoneLinkOptions>>().OfType<PhoneLinkOptionsValidator>().Should().ContainSingle();
        (await services.GetRequiredService<ITelephonyProvider>().DialAsync(Number)).Status.Should().Be(DialStatus.HandedOff);
    }

    [Fact]
    [Requirement("DI-2")]
    public void A_pipeline_replaces_the_default_whoever_comes_first()
    {
        using var before = Build(services =>
        {
            services.AddPhoneLink(pipeline => pipeline.UseConfirmation());
            services.AddPhoneLink();
        });
        using var after = Build(services =>
        {
            services.AddPhoneLink();
            services.AddPhoneLink(pipeline => pipeline.UseDuplicateGuard());
            services.AddPhoneLink(pipeline => pipeline.UseConfirmation());
        });

        before.GetRequiredService<ITelephonyProvider>().Should().BeOfType<Confirmation>();
        after.GetRequiredService<ITelephonyProvider>().Should().BeOfType<Confirmation>();
    }

    [Fact]
    [Requirement("DI-2")]
    public void What_the_host_registered_stays()
    {
        var (own, time) = (new ScriptedProvider(DialStatus.Accepted), new ManualTimeProvider());
        using var services = Build(services => services.AddSingleton<ITelephonyProvider>(own).AddSingleton<TimeProvider>(time).AddPhoneLink());

        services.GetRequiredService<ITelephonyProvider>().Should().BeSameAs(own);
        services.GetRequiredService<TimeProvider>().Should().BeSameAs(time);
    }

    [Fact]
    [Requirement("DI-3")]
    public async Task Confirm_with_registers_who_asks()
    {
        using var function = Build(services => services.AddPhoneLink().ConfirmWith((_, _) => Task.FromResult(true)));
        using var type = Build(services => services.AddPhoneLink().ConfirmWith<NoSayer>());
        using var last = Build(services => services.AddPhoneLink().ConfirmWith<NoSayer>().ConfirmWith((_, _) => Task.FromResult(true)));
        using var nobody = Build(services => services.AddPhoneLink());

        (await FromLink(function)).Status.Should().Be(DialStatus.HandedOff);
        (await FromLink(type)).Reason.Should().Be(DialReason.Declined);
        (await FromLink(last)).Status.Should().Be(DialStatus.HandedOff);
        (await FromLink(nobody)).Reason.Should().Be(DialReason.ConfirmationMissing);
    }

    [Fact]
    [Requirement("DI-3")]
    public async Task The_guards_time_is_that_of_the_services()
    {
        var time = new ManualTimeProvider();
        using var services = Build(services => services.AddSingleton<TimeProvider>(time).AddPhoneLink());
        var phone = services.GetRequiredService<ITelephonyProvider>();

        await phone.DialAsync(Number);
        time.Advance(TimeSpan.FromSeconds(3));

        (await phone.DialAsync(Number)).Status.Should().Be(DialStatus.HandedOff);
    }

    [Fact]
    [Requirement("DI-1")]
    public void Null_is_refused()
    {
        FluentActions.Invoking(() => ((IServiceCollection)null!).AddPhoneLink()).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ServiceCollection().AddPhoneLink().ConfirmWith(null!)).Should().Throw<ArgumentNullException>();
        var services = new ServiceCollection();
        services.AddPhoneLink().Services.Should().BeSameAs(services);
    }

    private static Task<DialResult> FromLink(ServiceProvider services) =>
        services.GetRequiredService<ITelephonyProvider>().DialAsync(new DialRequest(Number) { Cause = DialCause.Link });

    private ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILinkLauncher>(_launcher);
        add(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
