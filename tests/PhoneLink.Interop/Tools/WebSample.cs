using System.Diagnostics;
using System.Text;

namespace PhoneLink.Interop.Tools;

/// <summary>The sample page, on a port of this machine that the system chooses; what it writes is kept.</summary>
internal sealed class WebSample : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _origin = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebSample(IEnumerable<string> settings, IReadOnlyDictionary<string, string?> variables)
    {
        var start = new ProcessStartInfo(Sample.Web, settings.Prepend("--Port=0")) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = System.IO.Path.GetTempPath() };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets where the page is: <c>http://127.0.0.1:40123</c>.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Gets what the page's program has written so far, both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static async Task<WebSample> StartAsync(IEnumerable<string>? settings = null, IReadOnlyDictionary<string, string?>? variables = null)
    {
        var sample = new WebSample(settings ?? [], variables ?? new Dictionary<string, string?>());
        sample.Origin = await sample._origin.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        lock (_output)
            _output.AppendLine(line);

        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
            _origin.TrySetResult(line[(at + Listening.Length)..].Trim());
    }
}
