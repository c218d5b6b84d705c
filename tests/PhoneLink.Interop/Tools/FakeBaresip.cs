using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BaresipProvider;

namespace PhoneLink.Interop.Tools;

/// <summary>A control socket that says what a test tells it to, in pieces as the test cuts them.</summary>
internal sealed class FakeBaresip : IDisposable
{
    public const string CallId = "0123456789abcdef";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string?, string, string?> _reply;
    private volatile TcpClient? _client;

    /// <param name="reply">Makes all that is sent for a command, its params and its token; null is silence. Without it, dialling works.</param>
    public FakeBaresip(Func<string, string?, string, string?>? reply = null)
    {
        _reply = reply ?? Works;
        _listener.Start();
        _ = AcceptAsync();
    }

    public ConcurrentQueue<(string Command, string? Params)> Commands { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Gets how many bytes go out at a time.</summary>
    public int PieceLength { get; init; } = int.MaxValue;

    public BaresipTelephonyProvider Phone(TimeProvider? time = null, Action<BaresipOptions>? more = null)
    {
        var options = new BaresipOptions { Port = Port, Domain = "pbx.example.com" };
        more?.Invoke(options);
        return new(options, time);
    }

    public static string Frame(string json) => $"{Encoding.UTF8.GetByteCount(json)}:{json},";

    public static string Reply(string token, bool ok = true, string data = "") =>
        Frame($$"""{"response":true,"ok":{{(ok ? "true" : "false")}},"data":{{JsonSerializer.Serialize(data)}},"token":"{{token}}"}""");

    public static string Event(string type, string param = "", string id = CallId) =>
        Frame($$"""{"event":true,"type":"{{type}}","class":"call","accountaor":"sip:alice@pbx.example.com","direction":"outgoing","peeruri":"sip:1@pbx.example.com","id":"{{id}}","param":{{JsonSerializer.Serialize(param)}}}""");

    /// <summary>What a baresip answers that has one call.</summary>
    public string? Works(string command, string? parameters, string token) => command switch
    {
        "callstat" => Reply(token, data: $"\n===== Call debug (OUTGOING) =====\n peer_uri:   <{LastDialled}>\n af=AF_INET id={CallId}\n"),
        "callfind" => Reply(token, data: $"setting current call: {parameters}\n"),
        "hangup" => Event("CALL_CLOSED", "Connection reset by user") + Reply(token),
        _ => Reply(token),
    };

    public string? LastDialled => Commands.LastOrDefault(static command => command.Command == "dial").Params;

    public async Task SendAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i += PieceLength)
        {
            await _client!.GetStream().WriteAsync(bytes.AsMemory(i, Math.Min(PieceLength, bytes.Length - i)));
            if (PieceLength < bytes.Length)
                await Task.Delay(1);
        }
    }

    public void Drop() => _client?.Dispose();

    public void Dispose()
    {
        Drop();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _client = await _listener.AcceptTcpClientAsync();
                _client.NoDelay = true;
                _ = ServeAsync(_client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            while (true)
            {
                var length = 0;
                for (var next = await ReadAsync(stream, 1); next[0] != ':'; next = await ReadAsync(stream, 1))
                    length = (length * 10) + next[0] - '0';

                using var command = JsonDocument.Parse(await ReadAsync(stream, length));
                (await ReadAsync(stream, 1))[0].Should().Be((byte)',');
                var root = command.RootElement;
                var (name, parameters) = (root.GetProperty("command").GetString()!, root.TryGetProperty("params", out var value) ? value.GetString() : null);
                Commands.Enqueue((name, parameters));
                if (_reply(name, parameters, root.GetProperty("token").GetString()!) is { } reply)
                    await SendAsync(reply);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side, or the test, has closed the socket.
        }
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
