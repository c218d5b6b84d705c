using Microsoft.Extensions.DependencyInjection;
using PhoneLink.Tests.Launching;

namespace PhoneLink.Tests.Dialing;

public class TelephonyProviderBuilderTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private readonly List<string> _trace = [];

    [Fact]
    [Requirement("DIAL-10")]
    public async Task One_line_without_services_works()
    {
        ITelephonyProvider phone = new TelephonyProviderBuilder().UseDefaults().Build();

        var result = await phone.DialAsync(new DialRequest(Number) { DryRun = true });

        (result.Status, result.Link!.OriginalText).Should().Be((DialStatus.DryRun, "tel:+4722517000"));
        phone.GetService<LinkTelephonyProvider>().Should().NotBeNull();
        phone.GetService<ILinkLauncher>().Should().NotBeNull();
    }

    [Fact]
    [Requirement("DIAL-11")]
    public async Task The_first_layer_is_the_outermost()
    {
        var provider = new TelephonyProviderBuilder(new ScriptedProvider(DialStatus.HandedOff))
            .Use(inner => new Tracing(inner, "first", _trace))
            .Use((inner, _) => new Tracing(inner, "second", _trace))
            .Build();

        await provider.DialAsync(Number);

        _trace.Should().Equal("> first", "> second", "< second", "< first");
    }

    [Fact]
    [Requirement("DIAL-11")]
    public void The_defaults_are_the_rules_the_guard_and_inside_it_the_confirmation()
    {
        var provider = new TelephonyProviderBuilder(new ScriptedProvider(DialStatus.HandedOff)).UseDefaults().Build();

        provider.Should().BeOfType<RuleLayer>();
        provider.GetService<RuleLayer>().Should().BeSameAs(provider);
        provider.GetService<DuplicateGuard>().Should().NotBeNull();
        provider.GetService<Confirmation>().Should().NotBeNull();
        provider.GetService<DispatchBoundary>().Should().NotBeNull();
        provider.GetService<ITelephonyProvider>().Should().BeSameAs(provider);
        provider.GetService<ScriptedProvider>().Should().NotBeNull();
        provider.GetService<ScriptedProvider>("key").Should().NotBeNull("a key is the innermost provider's business");
    }

    [Fact]
    [Requirement("DIAL-12")]
    public async Task To_replaces_the_provider_and_services_reach_factories()
    {
        var (first, second) = (new ScriptedProvider(DialStatus.HandedOff), new ScriptedProvider(DialStatus.Accepted));
        var services = new ServiceCollection().AddSingleton(second).BuildServiceProvider();

        (await new TelephonyProviderBuilder(first).To(second).Build().DialAsync(Number)).Status.Should().Be(DialStatus.Accepted);
        (await new TelephonyProviderBuilder(first).To(s => s.GetRequiredService<ScriptedProvider>()).Build(services).DialAsync(Number))
            .Status.Should().Be(DialStatus.Accepted);
        (await new TelephonyProviderBuilder(s => s.GetService<ScriptedProvider>() ?? first).Build().DialAsync(Number))
            .Status.Should().Be(DialStatus.HandedOff, "without services there are none");
    }

    [Fact]
    [Requirement("DIAL-12")]
    public async Task The_default_provider_takes_launcher_and_preferences_from_services()
    {
        var launcher = new FakeLauncher();
        var source = new Preferences.FixedSource(new PreferenceEntry("Format", "callto:%p", PreferenceLevel.User));
        var services = new ServiceCollection().AddSingleton<ILinkLauncher>(launcher).BuildServiceProvider();
        var both = new ServiceCollection().AddSingleton<ILinkLauncher>(launcher).AddSingleton(new PreferenceResolver([source])).BuildServiceProvider();

        await new TelephonyProviderBuilder().Build(services).DialAsync(Number);
        await new TelephonyProviderBuilder().Build(both).DialAsync(Number);

        launcher.Launched.Select(launch => launch.Link.Scheme).Should().Equal("tel", "callto");
    }

    [Fact]
    [Requirement("DIAL-12")]
    public async Task Each_build_has_a_memory_of_its_own()
    {
        var builder = new TelephonyProviderBuilder(new ScriptedProvider(DialStatus.HandedOff)).UseDuplicateGuard();

        (await builder.Build().DialAsync(Number)).Status.Should().Be(DialStatus.HandedOff);
        (await builder.Build().DialAsync(Number)).Status.Should().Be(DialStatus.HandedOff);
    }

    [Fact]
    [Requirement("DIAL-12")]
    public void Null_is_refused()
    {
        var builder = new TelephonyProviderBuilder(new ScriptedProvider(DialStatus.HandedOff));

        FluentActions.Invoking(() => new TelephonyProviderBuilder((ITelephonyProvider)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TelephonyProviderBuilder((Func<IServiceProvider, ITelephonyProvider>)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => builder.To((ITelephonyProvider)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => builder.Use((Func<ITelephonyProvider, ITelephonyProvider>)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => builder.UseConfirmation((IDialConfirmation)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => builder.UseConfirmation((Func<DialRequest, CancellationToken, Task<bool>>)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new Tracing(null!, "", _trace)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => builder.Use(_ => null!).Build()).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => { _ = ((ITelephonyProvider)null!).DialAsync(Number); }).Should().Throw<ArgumentNullException>();
    }

    private sealed class Tracing(ITelephonyProvider inner, string name, List<string> trace) : DelegatingTelephonyProvider(inner)
    {
        public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
        {
            trace.Add("> " + name);
            var result = await base.DialAsync(request, cancellationToken);
            trace.Add("< " + name);
            return result;
        }
    }
}
