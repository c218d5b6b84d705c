using System.Net.Sockets;
using System.Runtime.Versioning;
using PhoneLink.Testing;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Dialing.LocalListening;

/// <summary>A session of its own in which clients and a telephony listener meet.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class TelephonyDesk : IAsyncDisposable
{
    public const string Listener = "phone";

    private readonly TemporaryDirectory _directory = new();
    private readonly List<IAsyncDisposable> _open = [];

    public TelephonyDesk()
    {
        Environment = new(_directory.Path) { ["XDG_RUNTIME_DIR"] = _directory.Path };
        File.SetUnixFileMode(_directory.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public FakeEnvironment Environment { get; }

    public string this[string relative] => _directory[relative];

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public SimulatedTelephonyProvider Phone { get; } = new();

    public string Socket => this["phonelink/test.sock"];

    public UnixLocalChannel Channel => new(Environment, "test");

    public static DialRequest Request => new(PhoneNumber.Parse("+12025550143"));

    /// <summary>Starts a listener over the simulated telephone, or over a provider of the test's.</summary>
    public async Task<LocalTelephonyListener> StartAsync(ITelephonyProvider? provider = null, LocalTelephonyListenerOptions? options = null)
    {
        var listener = await LocalTelephonyListener.StartAsync(Listener, provider ?? Phone, (options ?? new()) with { Channel = Channel, TimeProvider = Time });
        _open.Add(listener);
        return listener;
    }

    /// <summary>Makes a client, as another process would be.</summary>
    public LocalListenerTelephonyProvider Client(LocalListenerTelephonyOptions? options = null)
    {
        var client = new LocalListenerTelephonyProvider(options ?? new(Listener), Time, () => new UnixLocalChannel(Environment, "test", mayMake: false));
        _open.Add(client);
        return client;
    }

    /// <summary>Opens a connection past the client.</summary>
    public NetworkStream Connect()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(Socket));
        return new(socket, ownsSocket: true);
    }

    /// <summary>Listens in the listener's place, and does with each connection what the test says.</summary>
    public void Impersonate(Func<Stream, Task> serve)
    {
        var first = Channel.TryBecomeFirst()!;
        var server = new LocalServer(Channel.Listen(), 16, (stream, _) => serve(stream), TimeProvider.System);
        server.Start();
        _open.Add(server);
        first.Dispose();
    }

    public static async Task<List<CallEvent>> ReadAsync(LocalListenerTelephonyProvider client, CallId callId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await client.GetService<ICallEvents>()!.ReadAllAsync(callId, limit.Token).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _open.Reverse();
        foreach (var one in _open)
            await one.DisposeAsync();

        Phone.Dispose();
        _directory.Dispose();
    }
}
