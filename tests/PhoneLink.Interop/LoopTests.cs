using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using PhoneLink.Activation;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Registration.Freedesktop;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>Format → link → operating system → handler → number and values, with the real openers.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LoopTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, string, string> Values
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var opener in new[] { "gio", "xdg-open" })
            {
                data.Add(opener, "Ada Lovelace", "Contoso");
                data.Add(opener, "Joe & sons", "a=b;c#d?e/f");
                data.Add(opener, "\"; touch x;\"", "' ; touch x '");
                data.Add(opener, "$(touch x)", "`touch x`");
                data.Add(opener, "å ß 日本", "😀 ëœ");
                data.Add(opener, "\u202Egnp.exe\u2066", "\u200F\u061C");
                data.Add(opener, "first\nsecond\r\nthird", "\ttab");
                data.Add(opener, "%p %u %f %25 %", "<attn> {name} --evil -x");
                data.Add(opener, "\\\\srv\\share", "../../etc/passwd");
                data.Add(opener, "", " ");
            }

            return data;
        }
    }

    [ToolTheory("gio", "xdg-open")]
    [MemberData(nameof(Values))]
    [Requirement("LOOP-1")]
    public async Task What_goes_into_the_link_comes_out_at_the_handler(string opener, string person, string company)
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?name=<attn>&company={name}");
        var registrar = new ProtocolRegistrar(new FreedesktopPlatform(PhysicalFileSystem.Instance, _desk, _desk.Environment), TimeProvider.System);
        var before = Snapshot();
        var receipt = await registrar.ApplyAsync(registrar.Plan(new("domycall", "Contoso Phone", _desk.WriteHandler())));
        var number = PhoneNumber.Parse("+47 22 51 70 00 x12");
        var subject = new CallSubject { Person = new() { Name = person }, Company = new() { Name = company } };
        var phone = new TelephonyProviderBuilder(new LinkTelephonyProvider(format, _desk.Launcher(opener))).UseDefaults().Build();

        var result = await phone.DialAsync(new DialRequest(number) { Subject = subject, AcceptTimeout = Limit });

        result.Status.Should().Be(DialStatus.HandedOff);
        var arguments = (await _desk.WaitForStartsAsync()).Should().ContainSingle().Which;
        arguments.Should().HaveCount(3);
        ProtocolActivation.TryGetUri(arguments, ["domycall"], new() { AllowExtensions = true }, out var link, out var refusal).Should().BeTrue($"{refusal}");
        format.TryMatch(link!.OriginalText, out var match).Should().BeTrue();
        match!.Number.Should().Be(number);

        // A name that is only space, or nothing, is no name.
        match.Variables["attn"].Should().Be(string.IsNullOrWhiteSpace(person) ? "" : person);
        match.Variables["name"].Should().Be(company);
        File.Exists(_desk["x"]).Should().BeFalse("a shell would have made it");
        File.Exists("/x").Should().BeFalse("a shell would have made it");

        await registrar.RevertAsync(RegistrationReceipt.Parse(receipt.ToJson()));
        Snapshot().Should().BeEquivalentTo(before);
    }

    [ToolFact("gio")]
    [Requirement("LOOP-3")]
    public async Task One_line_and_one_click_give_handed_off_and_a_link_alone_is_blocked()
    {
        _desk.Install("phone", _desk.WriteHandler() + " %u", "tel");
        var services = new ServiceCollection();
        services.AddSingleton<ILinkLauncher>(_desk.Launcher());
        services.AddPhoneLink();
        await using var provider = services.BuildServiceProvider();
        var phone = provider.GetRequiredService<ITelephonyProvider>();

        var clicked = await phone.DialAsync(PhoneNumber.Parse("+47 22 51 70 00"));
        var asked = await phone.DialAsync(new DialRequest(PhoneNumber.Parse("+47 900 00 000")) { Cause = DialCause.Link });

        clicked.Status.Should().Be(DialStatus.HandedOff);
        (await _desk.WaitForStartsAsync()).Should().ContainSingle().Which.Should().Equal("tel:+4722517000");
        asked.Status.Should().Be(DialStatus.Blocked);
        asked.Message.Should().Contain("ConfirmWith");
        _desk.Starts().Should().ContainSingle();
    }

    /// <summary>T-9: A hands to B, B hands to A; the count in the environment ends it.</summary>
    [ToolFact("gio")]
    [Requirement("LOOP-2")]
    [Requirement("ACT-5")]
    public async Task Two_handlers_that_forward_to_each_other_end_after_three_launches()
    {
        InstallForwarder("a", "adomycall", "bdomycall:%p");
        InstallForwarder("b", "bdomycall", "adomycall:%p");

        (await _desk.Launcher().LaunchAsync(TelephonyUri.Parse("adomycall:+4722517000"), Limit)).Status.Should().Be(LaunchStatus.Started);

        await Desk.WaitUntilAsync(() => _desk.Starts("a").Count + _desk.Starts("b").Count >= 3);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        (_desk.Starts("a").Count + _desk.Starts("b").Count).Should().Be(3);
    }

    /// <summary>T-9: the default set-up loops: a handler for the scheme that its own provider opens.</summary>
    [ToolTheory("gio")]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("LOOP-2")]
    public async Task A_handler_whose_provider_leads_back_to_itself_is_started_once(bool behindLink)
    {
        var program = behindLink ? _desk["forwarder"] : Sample.Forwarder;
        if (behindLink)
            File.CreateSymbolicLink(program, Sample.Forwarder);

        var log = _desk["run/log"];
        _desk.Environment["FORWARDER_LOG"] = log;
        _desk.Install("self", $"{program} forward domycall domycall:%%p --phonelink -- %u", "domycall");

        (await _desk.Launcher().LaunchAsync(TelephonyUri.Parse("domycall:+4722517000"), Limit)).Status.Should().Be(LaunchStatus.Started);

        await Desk.WaitUntilAsync(() => File.Exists(log));
        await Task.Delay(TimeSpan.FromSeconds(1));
        (await File.ReadAllLinesAsync(log)).Should().Equal("domycall: NotDispatched Loop");
    }

    private void InstallForwarder(string name, string scheme, string format)
    {
        var script = _desk.WriteHandler(name, then: $"PATH={Path.GetDirectoryName(Tool.Path("gio"))}:$PATH; exec '{Sample.Forwarder}' forward {scheme} '{format}' \"$@\"");
        _desk.Install(name, script + " --phonelink -- %u", scheme);
    }

    private List<string> Snapshot() =>
        [.. new[] { "data", "config" }.SelectMany(folder => Directory.EnumerateFiles(_desk[folder], "*", SearchOption.AllDirectories)).Select(static file => file + Convert.ToHexString(File.ReadAllBytes(file)))];
}
