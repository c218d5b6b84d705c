using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PhoneLink.Tests.Preferences;

public class PhoneLinkOptionsTests
{
    private string _format = "domycall:%p";

    [Theory]
    [Requirement("PREF-6")]
    [InlineData("tel%p", ParseErrorKind.MissingScheme)]
    [InlineData("", ParseErrorKind.Empty)]
    [InlineData(null, ParseErrorKind.Empty)]
    [InlineData("file:%p", ParseErrorKind.ForbiddenScheme)]
    public void Malformed_options_fail_with_the_parsers_own_sentence(string? format, ParseErrorKind kind)
    {
        _format = format!;
        using var services = Services(out _);
        var act = () => services.GetRequiredService<PreferenceResolver>();

        PhoneLinkFormat.TryParse(format, null, out _, out var error);
        error.Kind.Should().Be(kind);
        act.Should().Throw<OptionsValidationException>().WithMessage("*PhoneLinkOptions.Format*").Which.Message.Should().Contain(error.Message);
    }

    [Fact]
    [Requirement("PREF-6")]
    public void Options_are_checked_at_the_start_of_a_host()
    {
        _format = "tel%p";
        using var services = Services(out _);
        var start = services.GetRequiredService<IStartupValidator>();

        FluentActions.Invoking(start.Validate).Should().Throw<OptionsValidationException>();
    }

    [Fact]
    [Requirement("PREF-7")]
    public async Task Options_are_the_system_level()
    {
        using var services = Services(out _, new FixedSource(new PreferenceEntry("Format", "sip:%p", PreferenceLevel.Default)));
        (await Format(services)).Should().Be("domycall:%p");

        using var overridden = Services(out _, new FixedSource(new PreferenceEntry("Format", "callto:%p", PreferenceLevel.Database)));
        (await Format(overridden)).Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-8")]
    public async Task A_reload_serves_at_once()
    {
        using var services = Services(out var reload);
        (await Format(services)).Should().Be("domycall:%p");

        _format = "callto:%p";
        reload.Fire();

        (await Format(services)).Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-8")]
    public async Task A_malformed_reload_keeps_the_last_good_value_even_if_nobody_read_it()
    {
        using var services = Services(out var reload);
        services.GetRequiredService<PreferenceResolver>();
        _format = "callto:%p";
        reload.Fire();

        _format = "callto%p";
        FluentActions.Invoking(reload.Fire).Should().Throw<Exception>("the options themselves report that they are malformed");
        (await Format(services)).Should().Be("callto:%p");

        _format = "sip:%p";
        reload.Fire();
        (await Format(services)).Should().Be("sip:%p");
    }

    [Fact]
    [Requirement("PREF-7")]
    public void The_default_is_tel() => new PhoneLinkOptions().Format.Should().Be(PhoneLinkFormat.Default.ToString());

    private static async Task<string> Format(ServiceProvider services) =>
        (await services.GetRequiredService<PreferenceResolver>().ResolveAsync()).Format.ToString();

    private ServiceProvider Services(out ReloadSignal reload, params IPreferenceSource[] sources)
    {
        reload = new();
        var services = new ServiceCollection();
        foreach (var source in sources)
            services.AddSingleton(source);

        services.AddPhoneLink();
        services.Configure<PhoneLinkOptions>(options => options.Format = _format);
        services.AddSingleton<IOptionsChangeTokenSource<PhoneLinkOptions>>(reload);
        return services.BuildServiceProvider();
    }

    private sealed class ReloadSignal : IOptionsChangeTokenSource<PhoneLinkOptions>
    {
        private CancellationTokenSource _source = new();

        public string Name => Options.DefaultName;

        public IChangeToken GetChangeToken() => new CancellationChangeToken(_source.Token);

        public void Fire() => Interlocked.Exchange(ref _source, new()).Cancel();
    }
}
