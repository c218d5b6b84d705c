using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.Versioning;
using PhoneLink.Activation;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;
using Xunit.Abstractions;

namespace PhoneLink.Interop;

/// <summary>A listener that is a process, and clients of this test's over its real socket: as many as no test could start processes.</summary>
/// <remarks>The latencies are printed, from a client's first try to its answer; no time is asserted.</remarks>
[UnsupportedOSPlatform("windows")]
public sealed class ListenerStormTests(ITestOutputHelper output) : IDisposable
{
    private const int AtOnce = 50;

    private readonly TemporaryDirectory _session = new();
    private readonly List<Process> _processes = [];

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill();

            process.Dispose();
        }

        _session.Dispose();
    }

    [Fact]
    [Requirement("LSTN-20")]
    public async Task Of_a_thousand_links_fifty_at_a_time_each_acknowledged_one_is_read_once()
    {
        await StartFirstAsync();

        var answers = await StormAsync(1000, static _ => Task.CompletedTask);

        var acknowledged = LinksWith(answers, ActivationOutcome.HandedOver);
        await Desk.WaitUntilAsync(() => Lines("read.*").Count >= acknowledged.Count);
        var read = Lines("read.*").Select(static line => line.Split(' ')).ToList();
        read.Select(static line => line[0]).Should().OnlyHaveUniqueItems("each id is read once");
        read.Select(static line => line[1]).Should().BeEquivalentTo([.. acknowledged, .. LinksWith(answers, ActivationOutcome.NotAcknowledged).Intersect(read.Select(static line => line[1]))]);
        Lines("lost.*").Should().BeEmpty();
        acknowledged.Should().HaveCountGreaterThan(500, "most are neither busy nor late");
    }

    [Fact]
    [Requirement("LSTN-20")]
    public async Task While_the_first_instance_is_killed_and_started_again_what_is_acknowledged_is_read_or_reported_lost()
    {
        const int Kills = 2;
        var first = await StartFirstAsync();
        using var oneKill = new SemaphoreSlim(1);

        var answers = await StormAsync(200, async done =>
        {
            if (done is not (60 or 120))
                return;

            await oneKill.WaitAsync();
            first.Kill();
            await first.WaitForExitAsync();
            first = await StartFirstAsync();
            oneKill.Release();
        });
        first.Kill();
        await first.WaitForExitAsync();
        await StartFirstAsync(); // It reports what the last one had.

        var (acknowledged, unanswered) = (LinksWith(answers, ActivationOutcome.HandedOver), LinksWith(answers, ActivationOutcome.NotAcknowledged));
        var (read, lost) = (Lines("read.*").Select(static line => line.Split(' ')).ToList(), Lines("lost.*"));
        read.Select(static line => line[0]).Concat(lost).Should().OnlyHaveUniqueItems("an id is read once, or reported lost");
        read.Select(static line => line[1]).Should().OnlyHaveUniqueItems().And.BeSubsetOf([.. acknowledged, .. unanswered]);

        // At each kill one link may have been given out that the test's handler could not note any more; what was not answered may have arrived.
        acknowledged.Except(read.Select(static line => line[1])).Count().Should().BeLessThanOrEqualTo(lost.Count + Kills + 1);
        acknowledged.Should().NotBeEmpty();
        (read.Count + lost.Count).Should().BeInRange(acknowledged.Count - Kills - 1, acknowledged.Count + unanswered.Count);
        output.WriteLine($"read {read.Count}, reported lost {lost.Count}, acknowledged {acknowledged.Count}");
    }

    /// <summary>Sends so many links, and tells after each answer how many there are.</summary>
    private async Task<IReadOnlyDictionary<string, ActivationOutcome>> StormAsync(int count, Func<int, Task> answered)
    {
        var (answers, latencies, done) = (new ConcurrentDictionary<string, ActivationOutcome>(), new ConcurrentBag<double>(), 0);
        var channel = new LaterProcess(new UnixLocalChannel(new FakeEnvironment(_session.Path) { ["XDG_RUNTIME_DIR"] = _session.Path }, LocalChannel.InstanceOf(_session.Path, null)));
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            var link = $"tel:+47225{i:00000}";
            var start = Stopwatch.GetTimestamp();
            answers[link] = (await ActivationListener.StartAsync(["--phonelink", "--", link], ["tel"], new() { Channel = channel }, CancellationToken.None)).Outcome;
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await answered(Interlocked.Increment(ref done));
        });

        var sorted = latencies.Order().ToList();
        string At(double share) => $"{sorted[(int)Math.Ceiling(share * sorted.Count) - 1]:0.0}";
        output.WriteLine($"{count} hand-overs, {AtOnce} at a time, in ms: p50 {At(0.5)}, p90 {At(0.9)}, p99 {At(0.99)}, max {At(1)}; {string.Join(", ", answers.Values.CountBy(static answer => answer))}");
        return answers;
    }

    private async Task<Process> StartFirstAsync()
    {
        var ready = _session["ready"];
        File.Delete(ready);
        var start = new ProcessStartInfo(Sample.Forwarder, ["listen", _session.Path, ""]) { RedirectStandardError = true };
        start.Environment["XDG_RUNTIME_DIR"] = _session.Path;
        var process = Process.Start(start)!;
        _processes.Add(process);
        await Desk.WaitUntilAsync(() => File.Exists(ready));
        return process;
    }

    private List<string> Lines(string pattern) => [.. Directory.EnumerateFiles(_session.Path, pattern).SelectMany(File.ReadAllLines)];

    private static List<string> LinksWith(IReadOnlyDictionary<string, ActivationOutcome> answers, ActivationOutcome outcome) =>
        [.. answers.Where(pair => pair.Value == outcome).Select(static pair => pair.Key)];

    /// <summary>A process that never becomes the first: those are real ones here.</summary>
    private sealed class LaterProcess(ILocalChannel channel) : ILocalChannel
    {
        public Stream? TryConnect() => channel.TryConnect();

        public string FilesPath => channel.FilesPath;

        public IDisposable? TryBecomeFirst() => null;

        public ILocalAcceptor Listen() => channel.Listen();

        public Task<Stream?> ConnectAsync(CancellationToken cancellationToken) => channel.ConnectAsync(cancellationToken);
    }
}
