using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>A real HTTP/1.1 server that keeps each request as it came and answers what it is told, or nothing.</summary>
internal sealed class PlainServer : IDisposable
{
    public const string Silence = "silence";
    public const string Close = "close";
    public const string Reset = "reset";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<string> _answers;
    private readonly X509Certificate2? _certificate;
    private readonly List<string> _requests = [];
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Starts it; the last answer serves for all requests that come after it.</summary>
    public PlainServer(params string[] answers)
        : this(isSecure: false, answers)
    {
    }

    public PlainServer(bool isSecure, params string[] answers)
    {
        _answers = new(answers);
        _certificate = isSecure ? SelfSigned() : null;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Origin => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public static string Answer(int status, string header = "", string body = "") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\n{header}Content-Length: {body.Length}\r\n\r\n{body}");

    public Task ArrivedAsync() => _arrived.WaitAsync(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await StreamAsync(client);
                while (await ReadAsync(stream) is { } request && await AnswerAsync(client, stream, Next(request)))
                {
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The other side went away, or does not trust this one.
            }
        }
    }

    private async Task<Stream> StreamAsync(TcpClient client)
    {
        if (_certificate is null)
            return client.GetStream();

        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(_certificate);
        return secure;
    }

    private string Next(string request)
    {
        lock (_requests)
        {
            _requests.Add(request);
            _arrived.Release();
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }
    }

    private async Task<bool> AnswerAsync(TcpClient client, Stream stream, string answer)
    {
        if (answer == Silence)
            await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);

        if (answer == Reset)
            client.LingerState = new LingerOption(true, 0);

        if (answer is Reset or Close)
            return false;

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), _end.Token);
        return true;
    }

    /// <summary>Header and body as they came; null at the end of the connection.</summary>
    private async Task<string?> ReadAsync(Stream stream)
    {
        var text = new StringBuilder();
        var octet = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(octet, _end.Token) == 0)
                return null;

            text.Append((char)octet[0]);
        }

        for (var rest = LengthOf(text.ToString()); rest > 0; rest--)
        {
            await stream.ReadExactlyAsync(octet, _end.Token);
            text.Append((char)octet[0]);
        }

        return text.ToString();
    }

    private static int LengthOf(string header) =>
        header.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture)
            : 0;

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
