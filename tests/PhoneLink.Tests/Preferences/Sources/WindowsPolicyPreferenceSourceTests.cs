namespace PhoneLink.Tests.Preferences.Sources;

public class WindowsPolicyPreferenceSourceTests
{
    private const string Path = @"Software\Policies\PhoneLink";
    private const string Recommended = Path + @"\Recommended";

    private readonly FakeRegistry _registry = new();

    [Fact]
    [Requirement("PREF-37")]
    public void A_policy_for_the_machine_is_locked_at_system()
    {
        _registry[RegistryRoot.LocalMachine, Path] = [new("Format", "callto:%p"), new("Count", "5")];
        var user = new FixedSource(new PreferenceEntry("Format", "sip:%p", PreferenceLevel.User));
        var host = new FixedSource(new PreferenceEntry("Format", "tel:%p", PreferenceLevel.System));

        Keys.Resolve(Policies(), host, user).Format.ToString().Should().Be("callto:%p", "whoever was registered first");
        Keys.Resolve(user, host, Policies()).Explain(PhonePreferenceKeys.Format).ToString()
            .Should().Be("Format at System, locked at System (User: Locked; System: Serves; System: Locked)");
        Keys.Resolve(Policies()).Get(Keys.Count).Should().Be(5);
    }

    [Fact]
    [Requirement("PREF-37")]
    public void A_policy_for_the_user_is_locked_at_user_whoever_is_asked_for()
    {
        _registry[RegistryRoot.CurrentUser, Path] = [new("Format", "callto:%p")];
        var user = new FixedSource(new("Format", "sip:%p", PreferenceLevel.User), new("Format", "tel:%p", PreferenceLevel.Machine));

        Keys.Resolve(new PreferenceScope { User = "42" }, Policies(), user).Format.ToString().Should().Be("callto:%p");
        Keys.Resolve(Policies(), user).Format.ToString().Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-37")]
    public void A_recommended_policy_can_be_changed()
    {
        _registry[RegistryRoot.LocalMachine, Recommended] = [new("Format", "callto:%p")];
        _registry[RegistryRoot.CurrentUser, Recommended] = [new("Count", "4")];

        Keys.Resolve(Policies()).Format.ToString().Should().Be("callto:%p");
        Keys.Resolve(Policies()).Get(Keys.Count).Should().Be(4);
        Keys.Resolve(Policies(), new FixedSource(new PreferenceEntry("Format", "sip:%p", PreferenceLevel.Group))).Format.ToString().Should().Be("sip:%p");

        _registry[RegistryRoot.LocalMachine, Path] = [new("Format", "domycall:%p")];
        Keys.Resolve(Policies()).Format.ToString().Should().Be("domycall:%p", "what is ordered goes before what is recommended");
    }

    [Fact]
    [Requirement("PREF-37")]
    public async Task A_policy_serves_at_once_and_stays_when_it_cannot_be_read()
    {
        var resolver = new PreferenceResolver([Policies()]);
        (await resolver.ResolveAsync()).Format.Should().BeSameAs(PhoneLinkFormat.Default);

        _registry[RegistryRoot.LocalMachine, Path] = [new("Format", "callto:%p")];
        (await resolver.ResolveAsync()).Format.ToString().Should().Be("callto:%p");

        _registry[RegistryRoot.LocalMachine, Path] = null;
        var unread = await resolver.ResolveAsync();
        unread.Format.ToString().Should().Be("callto:%p");
        unread.Problems.Should().Equal(new PreferenceProblem(PreferenceProblemKind.SourceFailed, "", PreferenceLevel.Default, default));

        _registry[RegistryRoot.LocalMachine, Path] = [];
        (await resolver.ResolveAsync()).Format.Should().BeSameAs(PhoneLinkFormat.Default);
    }

    [Fact]
    [Requirement("PREF-37")]
    public void A_vendor_has_a_subkey_of_its_own()
    {
        _registry[RegistryRoot.LocalMachine, @"Software\Policies\Contoso\Phone"] = [new("Format", "callto:%p")];

        Keys.Format(new WindowsPolicyPreferenceSource(@"Contoso\Phone", _registry)).Should().Be("callto:%p");
        Keys.Format(Policies()).Should().Be("tel:%p");
    }

    [Theory]
    [Requirement("PREF-37")]
    [InlineData("")]
    [InlineData(@"\Contoso")]
    [InlineData(@"Contoso\")]
    [InlineData(@"Contoso\\Phone")]
    [InlineData(null)]
    public void A_subkey_is_names_joined_by_backslashes(string? subkey)
    {
        FluentActions.Invoking(() => new WindowsPolicyPreferenceSource(subkey!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new WindowsPolicyPreferenceSource(new string('x', 256))).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Requirement("PREF-37")]
    public void Elsewhere_than_on_windows_there_is_no_policy()
    {
        if (!OperatingSystem.IsWindows())
            Keys.Entries(new WindowsPolicyPreferenceSource(), PreferenceScope.Current).Should().BeEmpty();
    }

    [Fact]
    [Requirement("PREF-48")]
    public async Task A_cancelled_token_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => Policies().GetAsync(PreferenceScope.Current, cancelled.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    private WindowsPolicyPreferenceSource Policies() => new("PhoneLink", _registry);
}
