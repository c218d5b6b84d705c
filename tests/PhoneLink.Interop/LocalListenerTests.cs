using System.Diagnostics;
using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;
using Xunit.Abstractions;

namespace PhoneLink.Interop;

/// <summary>A telephony listener that is a process of its own; this test's process dials by it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LocalListenerTests(ITestOutputHelper output) : IAsyncDisposable
{
    private const string Listener = "phone";

    private static readonly string Instance = "dial-" + LocalChannel.InstanceOf(Listener, null);

    private readonly TemporaryDirectory _session = new();
    private readonly List<Process> _processes = [];
    private readonly List<LocalListenerTelephonyProvider> _clients = [];

    private static DialRequest Request => new(PhoneNumber.Parse("+12025550143"));

    private string Socket => _session[$"phonelink/{Instance}.sock"];

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();

        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill();

            await process.WaitForExitAsync();
            process.Dispose();
        }

        _session.Dispose();
    }

    [Fact]
    [Requirement("PROV-58")]
    public async Task A_call_is_dialled_rings_is_answered_and_ends()
    {
        await StartAsync("short");
        var client = Client();

        var result = await client.DialAsync(Request);

        result.Status.Should().Be(DialStatus.Accepted);
        var events = await ReadAsync(client, result.CallId);
        events.Select(static news => news.State).Should().Equal(CallState.Dispatching, CallState.Alerting, CallState.Connected, CallState.Ended);
        events[^1].Should().BeEquivalentTo(new { EndReason = CallEndReason.Completed, NativeCode = 200, Sequence = 4L });
        Dialled().Should().Equal(result.CallId.ToString());
    }

    [Fact]
    [Requirement("PROV-58")]
    public async Task A_call_is_hung_up_and_the_other_one_stays()
    {
        await StartAsync();
        var client = Client();
        var (first, second) = ((await client.DialAsync(Request)).CallId, (await client.DialAsync(Request)).CallId);

        (await client.HangUpAsync(first)).Should().Be(HangUpStatus.Ended);

        (await ReadAsync(client, first))[^1].State.Should().Be(CallState.Ended);
        (await client.HangUpAsync(second)).Should().Be(HangUpStatus.Ended, "it was still there");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("PROV-58")]
    public async Task A_listener_that_dies_before_it_acknowledges_leaves_the_call_in_doubt(bool wakesUp)
    {
        var listener = await StartAsync();
        await SignalAsync(listener, "STOP");
        var client = Client();
        var request = Request;

        var dialling = client.DialAsync(request);
        if (!wakesUp)
        {
            await Task.Delay(300);
            listener.Kill();
        }

        (await dialling).Should().BeEquivalentTo(new { Status = DialStatus.Ambiguous, Reason = wakesUp ? DialReason.TimedOut : DialReason.Undecidable });
        if (wakesUp)
        {
            // It finds the order of somebody who has gone.
            await SignalAsync(listener, "CONT");
            (await client.DialAsync(Request)).Status.Should().Be(DialStatus.Accepted);
            Dialled().Should().NotContain(request.CallId.ToString());
        }

        Dialled().Should().HaveCount(wakesUp ? 1 : 0);
    }

    [Fact]
    [Requirement("PROV-58")]
    public async Task A_listener_that_dies_behind_its_acknowledgement_leaves_the_call_in_doubt_and_the_next_one_starts()
    {
        var listener = await StartAsync("after-acknowledgement");
        var client = Client();
        var dialling = client.DialAsync(Request);
        await Desk.WaitUntilAsync(() => File.Exists(_session["after-acknowledgement"]));

        listener.Kill();

        (await dialling).Should().BeEquivalentTo(new { Status = DialStatus.Ambiguous, Reason = DialReason.Undecidable });
        await listener.WaitForExitAsync();
        File.Exists(Socket).Should().BeTrue("a kill leaves it");
        (await client.DialAsync(Request)).Reason.Should().Be(DialReason.NotRunning);
        await StartAsync();
        (await client.DialAsync(Request)).Status.Should().Be(DialStatus.Accepted);
        Dialled().Should().HaveCount(2);
    }

    [Fact]
    [Requirement("PROV-58")]
    public async Task A_listener_that_dies_in_a_call_leaves_one_end_that_says_so()
    {
        var listener = await StartAsync();
        var client = Client();
        var result = await client.DialAsync(Request);
        await foreach (var news in client.GetService<ICallEvents>()!.ReadAllAsync(result.CallId))
            if (news.State is CallState.Connected)
                break;

        listener.Kill();

        var events = await ReadAsync(client, result.CallId);
        events.Should().ContainSingle(static news => news.State == CallState.Ended).Which.Should().BeEquivalentTo(new { EndReason = CallEndReason.Unknown, Sequence = 4L });
        events[^1].NativeText.Should().Contain("lost");
    }

    [Fact]
    [Requirement("PROV-58")]
    public async Task A_hundred_dials_at_once_are_a_hundred_calls_and_one_id_is_one()
    {
        await StartAsync();
        var (client, again) = (Client(), Request);
        var start = Stopwatch.GetTimestamp();

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => client.DialAsync(Request))));
        output.WriteLine($"100 dials: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        var repeated = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => client.DialAsync(again))));

        results.Should().OnlyContain(static result => result.Status == DialStatus.Accepted);
        repeated.Count(static result => result.Status == DialStatus.Accepted).Should().Be(1);
        Dialled().Should().HaveCount(101).And.OnlyHaveUniqueItems();
    }

    [ToolFact("setpriv", "python3", Tool.Root)]
    [Requirement("PROV-54")]
    public async Task Another_user_neither_reaches_the_socket_nor_is_heard_where_it_could()
    {
        const UnixFileMode Everybody = (UnixFileMode)0x1ff;
        await StartAsync();
        (await ConnectAsNobodyAsync()).Should().Be("PermissionError");

        // As if somebody had opened the directory: the listener looks whose process it is.
        foreach (var path in new[] { _session.Path, _session["phonelink"], Socket })
            File.SetUnixFileMode(path, Everybody);

        (await ConnectAsNobodyAsync()).Should().BeOneOf("closed", "BrokenPipeError", "ConnectionResetError");
        Dialled().Should().BeEmpty();
    }

    private async Task<string> ConnectAsNobodyAsync()
    {
        const string Script = """
            import socket, sys
            try:
                s = socket.socket(socket.AF_UNIX); s.settimeout(5); s.connect(sys.argv[1])
                s.sendall(bytes.fromhex(sys.argv[2]))
                print('closed' if s.recv(1) == b'' else 'answered')
            except OSError as e:
                print(type(e).__name__)
            """;
        var order = ListenerFrame.Write(ListenerFrameKind.Dial, DialOrder.From(Request, 1)!, ListenerJson.Default.DialOrder)!;
        var (_, said, errors) = await Sample.RunAsync(Tool.Path("setpriv"), ["--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/python3", "-c", Script, Socket, Convert.ToHexString(order)]);
        errors.Should().BeEmpty();
        return said.Trim();
    }

    private LocalListenerTelephonyProvider Client()
    {
        var environment = new FakeEnvironment(_session.Path) { ["XDG_RUNTIME_DIR"] = _session.Path };
        var client = new LocalListenerTelephonyProvider(new(Listener), TimeProvider.System, () => new UnixLocalChannel(environment, Instance, mayMake: false));
        _clients.Add(client);
        return client;
    }

    private async Task<Process> StartAsync(string pause = "")
    {
        File.Delete(_session["ready"]);
        var start = new ProcessStartInfo(Sample.Crash, ["phone", Listener, _session.Path, pause]);
        start.Environment["XDG_RUNTIME_DIR"] = _session.Path;
        var process = Process.Start(start)!;
        _processes.Add(process);
        await Desk.WaitUntilAsync(() => File.Exists(_session["ready"]));
        return process;
    }

    private string[] Dialled() => File.Exists(_session["dialled"]) ? File.ReadAllLines(_session["dialled"]) : [];

    private static async Task<List<CallEvent>> ReadAsync(LocalListenerTelephonyProvider client, CallId callId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await client.GetService<ICallEvents>()!.ReadAllAsync(callId, limit.Token).ToListAsync();
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
