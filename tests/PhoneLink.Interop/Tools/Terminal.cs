using System.Diagnostics;
using System.Text;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>A program on a terminal of its own, made by <c>script</c>: what is typed reaches it as keys do, Ctrl-C included.</summary>
internal sealed class Terminal : IDisposable
{
    public const string CtrlC = "\u0003";
    public const string Down = "\u001B[B";
    public const string Enter = "\r";

    private readonly TemporaryDirectory _directory = new();
    private readonly StringBuilder _shown = new();
    private readonly Process _process;
    private readonly Task _reading;

    public Terminal(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> variables)
    {
        var command = string.Join(' ', arguments.Prepend(program).Select(static word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"));

        // The shell outlives the program: a terminal that closes at once takes what was written last with it, on a busy machine. What it does with
        // keys that interrupt is not inherited.
        var run = $"sh -c 'echo $$ > \"$0\"; exec \"$@\"' '{_directory["pid"]}' {command}";
        var start = new ProcessStartInfo(Tool.Path("script"), ["-qec", $"trap : INT TERM; stty cols 120 rows 40; {run}; code=$?; sleep 0.3; exit $code", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _directory.Path,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        start.Environment["TERM"] = "xterm";
        start.Environment["SHELL"] = "/bin/sh";
        _process = Process.Start(start)!;
        _reading = ReadAsync();
    }

    /// <summary>Gets everything that was shown so far, escape sequences included.</summary>
    public string Shown
    {
        get
        {
            lock (_shown)
                return _shown.ToString();
        }
    }

    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    public async Task WaitForAsync(string text)
    {
        for (var i = 0; i < 600 && !Shown.Contains(text, StringComparison.Ordinal) && !_process.HasExited; i++)
            await Task.Delay(50);

        Shown.Should().Contain(text);
    }

    /// <summary>Sends a signal to the program, by the shell's own <c>kill</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} $(cat '{_directory["pid"]}')"]);
        await kill.WaitForExitAsync();
        kill.ExitCode.Should().Be(0);
    }

    /// <summary>Waits for the program's end.</summary>
    /// <returns>Its exit code; of a program that a signal ended, 128 and the signal's number.</returns>
    public async Task<int> WaitForExitAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"The program did not end. It had shown: {Shown}", exception);
        }

        await _reading;
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        _process.Dispose();
        _directory.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[1024];
        for (int count; (count = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
            lock (_shown)
                _shown.Append(buffer, 0, count);
    }
}
