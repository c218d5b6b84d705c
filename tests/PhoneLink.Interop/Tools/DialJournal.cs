using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>A journal file over which processes dial, and what left each of them.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class DialJournal : IDisposable
{
    public const string Accepted = "Accepted None";
    public const string Repeated = "Duplicate Repeated";
    public const string InDoubt = "Ambiguous InDoubt";
    public const string Blocked = "Blocked JournalUnavailable";

    private const int HeaderLength = 51;
    private const int Endless = 10_000;

    private readonly TemporaryDirectory _directory = new();
    private int _processes;

    /// <summary>Gets the journal's text.</summary>
    public string Text => File.ReadAllText(Path);

    /// <summary>Gets the ids that left, in order of the processes, each as often as it left.</summary>
    public IReadOnlyList<int> Dispatched =>
        [.. Directory.GetFiles(_directory.Path, "dispatched-*").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(static line => int.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private string Path => _directory["calls"];

    private string NewPath => Path + ".new";

    public void Dispose() => _directory.Dispose();

    /// <summary>Dials in a process that goes on to its end, or dies beside one of its dispatches.</summary>
    public async Task<IReadOnlyList<DialledId>> DialAsync(int first, int count, int death = 0)
    {
        var (code, output, errors) = await Sample.RunAsync(Sample.Crash, Arguments(first, count, death));
        code.Should().Be(death == 0 ? 0 : Crash.Killed, errors);
        return Read(output);
    }

    /// <summary>Dials in a process that may make no file longer than 1,024 bytes: what fits of a line is written, the rest is an error, as on a full disk.</summary>
    public async Task<IReadOnlyList<DialledId>> DialOnFullDiskAsync(int first, int count)
    {
        // The runtime would map its code into a file of its own, which is too long as well.
        var variables = new Dictionary<string, string?> { ["DOTNET_EnableWriteXorExecute"] = "0" };
        var (code, output, errors) = await Sample.RunAsync(
            Tool.Path("sh"), ["-c", """trap "" XFSZ; ulimit -f 2; exec "$0" "$@" """, Sample.Crash, .. Arguments(first, count)], variables);
        code.Should().Be(0, errors);
        return Read(output);
    }

    /// <summary>Kills a process a while after it has told of some calls; returns those that it told of.</summary>
    public async Task<IReadOnlyList<DialledId>> KillAsync(int first, int calls, TimeSpan later)
    {
        using var process = Start(first);
        var output = new StringBuilder();
        for (var i = 0; i < calls && await process.StandardOutput.ReadLineAsync() is { } line; i++)
            output.AppendLine(line);

        var told = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(told) < later)
        {
        }

        process.Kill();
        output.Append(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(Crash.Killed);
        return Read(output.ToString());
    }

    /// <summary>Kills a process as soon as it writes the file anew; returns whether that was before it had done so.</summary>
    public async Task<bool> KillInRewriteAsync(int count)
    {
        using var process = Start(1, count);
        while (!File.Exists(NewPath) && !process.HasExited)
        {
        }

        process.Kill();
        await process.WaitForExitAsync();
        return File.Exists(NewPath);
    }

    /// <summary>Puts so many ids of long ago before those of now that the next process writes the file anew.</summary>
    public void FillWithOldIds()
    {
        var before = File.ReadAllBytes(Path);
        var old = Enumerable.Range(Endless, JournalFile.LongLength / 40).SelectMany(static id => JournalRecord.ForIntent(new(new Guid(id, 0, 0, new byte[8])), new(0, 1)));
        File.WriteAllBytes(Path, [.. before.AsSpan(0, HeaderLength), .. old, .. before.AsSpan(HeaderLength)]);
        File.Delete(NewPath);
    }

    private static List<DialledId> Read(string output)
    {
        // A killed process may leave half a line.
        var whole = output[..(output.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ', 2)).Select(static parts => new DialledId(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))];
    }

    private Process Start(int first, int count = Endless) =>
        Process.Start(new ProcessStartInfo(Sample.Crash, Arguments(first, count)) { RedirectStandardOutput = true })!;

    private string[] Arguments(int first, int count, int death = 0)
    {
        var process = Interlocked.Increment(ref _processes);
        return ["dial", Path, _directory[Invariant($"dispatched-{process:d3}")], Invariant($"{first}"), Invariant($"{count}"), Invariant($"{death}")];
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
