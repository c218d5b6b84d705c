using System.Runtime.Versioning;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Dialing.Providers.Unix;

/// <summary>Real programs, which write down what they got.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ProcessStartTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    [Requirement("PROV-2")]
    public async Task A_real_program_gets_every_text_as_it_is_and_no_shell_sees_it()
    {
        var provider = new ProcessTelephonyProvider(new(Recorder("exit 0"), "dial", "%p", "--name=<attn>", "<attn>", "end"));
        foreach (var text in HostileText.Arriving.Concat(HostileText.Quoting).Append(""))
        {
            var result = await provider.DialAsync(Request(text));

            result.Status.Should().Be(DialStatus.HandedOff);
            Recorded().Should().Equal("5", "dial", "+4722517000", "--name=" + text, text, "end");
        }

        Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Should().BeEquivalentTo(["program", "args"], "nothing was touched");
        File.Exists("/X").Should().BeFalse();
    }

    [Fact]
    [Requirement("PROV-3")]
    public async Task What_is_refused_starts_no_program()
    {
        var provider = new ProcessTelephonyProvider(new(Recorder("exit 0"), "%p", "<attn>"));
        foreach (var text in HostileText.Options.Concat(HostileText.Unseen))
            (await provider.DialAsync(Request(text))).Reason.Should().Be(DialReason.ForbiddenText);

        File.Exists(_directory["args"]).Should().BeFalse();
        (await provider.DialAsync(Request("Ada"))).Status.Should().Be(DialStatus.HandedOff);
        File.Exists(_directory["args"]).Should().BeTrue("or nothing was proved");
    }

    [Theory]
    [Requirement("PROV-4")]
    [InlineData(0, DialStatus.HandedOff)]
    [InlineData(3, DialStatus.NotDispatched)]
    [InlineData(4, DialStatus.Ambiguous)]
    public async Task The_exit_code_of_a_real_program_is_judged(int code, DialStatus status)
    {
        var options = new ProcessTelephonyOptions(Recorder($"exit {code}"), "%p") { ExitCodes = new Dictionary<int, DialStatus> { [3] = DialStatus.NotDispatched } };

        var result = await new TelephonyProviderBuilder(new ProcessTelephonyProvider(options)).Build().DialAsync(Request("Ada"));

        (result.Status, result.NativeCode).Should().Be((status, code));
    }

    [Theory]
    [Requirement("PROV-5")]
    [InlineData(true, DialStatus.HandedOff)]
    [InlineData(false, DialStatus.Ambiguous)]
    public async Task A_telephone_that_stays_open_is_not_ended(bool staysOpen, DialStatus status)
    {
        var program = Recorder($"sleep 2; touch '{_directory["lived"]}'");
        var provider = new ProcessTelephonyProvider(new(program, "%p") { StaysOpen = staysOpen });

        var result = await provider.DialAsync(Request("Ada") with { AcceptTimeout = TimeSpan.FromSeconds(0.5) });

        result.Status.Should().Be(status);
        File.Exists(_directory["lived"]).Should().BeFalse();
        for (var i = 0; i < 200 && !File.Exists(_directory["lived"]); i++)
            await Task.Delay(50);

        File.Exists(_directory["lived"]).Should().BeTrue();
    }

    [Fact]
    [Requirement("PROV-6")]
    public async Task A_program_that_is_missing_or_not_executable_is_proved_undispatched()
    {
        foreach (var program in new[] { _directory["missing"], _directory.Write("plain", "#!/bin/sh\n"), _directory.WriteProgram("orphan", "#!/nowhere/interpreter\n") })
        {
            var request = Request("Ada");
            var provider = new ProcessTelephonyProvider(new(program, "%p"));

            var result = await new TelephonyProviderBuilder(provider).Build().DialAsync(request);

            (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.NoHandler), program);
            result.NativeCode.Should().BePositive();
            request.IsDispatching.Should().BeFalse();
        }

        (await new ProcessTelephonyProvider(new(_directory["missing"], "%p")).GetStatusAsync()).State.Should().Be(ProviderState.NoHandler);
        (await new ProcessTelephonyProvider(new(Recorder("exit 0"), "%p")).GetStatusAsync()).State.Should().Be(ProviderState.Ready);
        File.Exists(_directory["args"]).Should().BeFalse();
#if !NETSTANDARD_BUILD
        (await new ProcessTelephonyProvider(new(_directory["plain"], "%p")).GetStatusAsync()).State.Should().Be(ProviderState.NoHandler);
#endif
    }

    [Fact]
    [Requirement("PROV-7")]
    public async Task A_real_program_that_was_started_outlives_the_callers_patience()
    {
        using var cancel = new CancellationTokenSource();
        var provider = new ProcessTelephonyProvider(new(Recorder($"sleep 1; touch '{_directory["lived"]}'"), "%p"));

        var dial = provider.DialAsync(Request("Ada"), cancel.Token);
        await cancel.CancelAsync();
        var result = await dial;

        (result.Status, result.Reason, result.IsCancellationIgnored).Should().Be((DialStatus.Ambiguous, DialReason.Cancelled, true));
        for (var i = 0; i < 200 && !File.Exists(_directory["lived"]); i++)
            await Task.Delay(50);

        File.Exists(_directory["lived"]).Should().BeTrue();
    }

    private static DialRequest Request(string name) => new(PhoneNumber.Parse("+47 22 51 70 00")) { Subject = new() { Person = new() { Name = name } } };

    /// <summary>A script that writes down how many arguments it got, and each.</summary>
    private string Recorder(string then) => _directory.WriteProgram("program", $$"""
        #!/bin/sh
        { printf '%s\0' "$#" "$@"; } > '{{_directory["args"]}}'
        {{then}}
        """);

    private string[] Recorded() => File.ReadAllText(_directory["args"]).Split('\0')[..^1];
}
