using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BaresipProvider;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>A baresip of its own without a sound card: on loopback, on ports that nobody has, ended by its process id; gone after five minutes, whoever forgets it.</summary>
internal sealed class Softphone : IDisposable
{
    private readonly TemporaryDirectory _home = new();
    private Process _process;

    private Softphone()
    {
        ControlPort = FreePort();
        File.WriteAllBytes(_home["silence.wav"], Silence());
        _home.Write("accounts", $"<{Account}>;regint=0;audio_codecs=pcmu\n<{OtherAccount}>;regint=0;audio_codecs=pcmu\n");
        _home.Write("contacts", "");
        _home.Write("config", $"""
            sip_listen 127.0.0.1:{FreePairOfPorts()}
            call_max_calls 64
            audio_player aufile,{_home["played.wav"]}
            audio_source aufile,{_home["silence.wav"]}
            audio_alert aufile,{_home["alert.wav"]}
            module_path {Modules}
            module g711.so
            module aufile.so
            module uuid.so
            module_tmp account.so
            module_app menu.so
            module_app ctrl_tcp.so
            ctrl_tcp_listen 127.0.0.1:{ControlPort}

            """);
        _process = Run();
    }

    public const string Account = "sip:alice@127.0.0.1";

    public const string OtherAccount = "sip:bob@127.0.0.1";

    /// <summary>Where Debian puts them, on each kind of machine.</summary>
    private static string Modules => Directory.Exists("/usr/lib/baresip/modules") ? "/usr/lib/baresip/modules" : "/usr/local/lib/baresip/modules";

    public int ControlPort { get; }

    public static async Task<Softphone> StartAsync()
    {
        var softphone = new Softphone();
        await softphone.WaitUntilReadyAsync();
        return softphone;
    }

    public BaresipOptions Options(string domain = "127.0.0.1") => new() { Port = ControlPort, Domain = domain };

    /// <summary>Ends the program as a crash does: nobody is told.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task RestartAsync()
    {
        _process.Dispose();
        _process = Run();
        await WaitUntilReadyAsync();
    }

    /// <summary>Takes the control socket away from whoever has it, as another client does.</summary>
    public void DriveOutClient()
    {
        using var other = new TcpClient();
        other.Connect(IPAddress.Loopback, ControlPort);
    }

    /// <summary>Has a call ended at the softphone itself, while nobody else is listening.</summary>
    public async Task CommandAsync(params string[] commands)
    {
        using var other = new TcpClient();
        await other.ConnectAsync(IPAddress.Loopback, ControlPort);
        foreach (var command in commands)
        {
            var json = $$"""{"command":"{{command}}"}""";
            await other.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{json.Length}:{json},"));
        }

        await other.GetStream().ReadExactlyAsync(new byte[1]);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();

        _process.Dispose();
        _home.Dispose();
    }

    /// <summary>baresip also listens on the port above, for TLS.</summary>
    private static int FreePairOfPorts()
    {
        while (true)
        {
            var port = FreePort();
            try
            {
                using var above = new TcpListener(IPAddress.Loopback, port + 1);
                above.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another pair.
            }
        }
    }

    private Process Run() => Process.Start(new ProcessStartInfo(Tool.Path("baresip"), ["-n", "127.0.0.1", "-t", "300", "-f", _home.Path])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = _home.Path,
    })!;

    private async Task WaitUntilReadyAsync()
    {
        var said = new StringBuilder();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null && !ready.Task.IsCompleted)
                said.AppendLine(line.Data);

            if (line.Data?.Contains("baresip is ready", StringComparison.Ordinal) is true)
                ready.TrySetResult();
        };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.Invoking(static task => task.WaitAsync(TimeSpan.FromSeconds(20))).Should().NotThrowAsync(said.ToString());
    }

    /// <summary>A minute of 8 kHz mono: other rates need modules, without which a call is never answered; and a call ends with its sound.</summary>
    private static byte[] Silence()
    {
        const int bytes = 960_000;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + bytes);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(16_000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(bytes);
        writer.Write(new byte[bytes]);
        return stream.ToArray();
    }
}
