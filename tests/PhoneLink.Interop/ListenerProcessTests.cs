using System.Diagnostics;
using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The listener's promise between real processes: stopped, killed, and in a storm.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ListenerProcessTests : IDisposable
{
    private const int Busy = 4;
    private const int NotAcknowledged = 3;

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
    [Requirement("LSTN-12")]
    public async Task A_stopped_first_instance_answers_late_and_the_link_is_read_once()
    {
        var first = await StartFirstAsync();
        await SignalAsync(first, "STOP");

        (await SendAsync("tel:+4722510001")).Code.Should().Be(NotAcknowledged);
        await SignalAsync(first, "CONT");
        (await SendAsync("tel:+4722510002")).Code.Should().Be(0);

        // The stopped one may have found the first link's connection closed, or its frame complete: once or not at all, and never by its sender.
        await Desk.WaitUntilAsync(() => Read().Any(static line => line.EndsWith("tel:+4722510002", StringComparison.Ordinal)));
        Read().Count(static line => line.EndsWith("tel:+4722510001", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("after-acknowledgement")]
    [InlineData("after-reading")]
    [Requirement("LSTN-12")]
    public async Task A_killed_first_instance_loses_nothing_silently_and_nothing_is_read_twice(string pause)
    {
        var first = await StartFirstAsync(pause);
        (await SendAsync("tel:+4722510001")).Code.Should().Be(0);
        await Desk.WaitUntilAsync(() => File.Exists(_session[pause]));
        first.Kill();
        await first.WaitForExitAsync();

        await StartFirstAsync();
        (await SendAsync("tel:+4722510002")).Code.Should().Be(0);
        await Desk.WaitUntilAsync(() => Read().Any(static line => line.EndsWith("tel:+4722510002", StringComparison.Ordinal)));

        var (read, lost) = (Read(), Lost());
        read.Count(static line => line.EndsWith("tel:+4722510001", StringComparison.Ordinal)).Should().Be(pause == "after-reading" ? 1 : 0);
        lost.Should().HaveCount(pause == "after-reading" ? 0 : 1);
    }

    [Fact]
    [Requirement("LSTN-13")]
    public async Task In_a_storm_what_is_read_and_what_is_reported_lost_is_what_was_acknowledged()
    {
        const int Count = 200;
        const int AtOnce = 20;
        var first = await StartFirstAsync();
        using var slots = new SemaphoreSlim(AtOnce);
        var sending = Enumerable.Range(0, Count).Select(async i =>
        {
            await slots.WaitAsync();
            try
            {
                return (Link: $"tel:+47225{i:00000}", (await SendAsync($"tel:+47225{i:00000}", mayListen: true)).Code);
            }
            finally
            {
                slots.Release();
            }
        }).ToList();

        await Task.WhenAll(sending.Take(Count / 3));
        first.Kill();
        await first.WaitForExitAsync();
        var results = await Task.WhenAll(sending);
        await Desk.WaitUntilAsync(() => Read().Count + Lost().Count >= results.Count(static result => result.Code == 0) - 1);

        var (read, lost, acknowledged) = (Read(), Lost(), results.Where(static result => result.Code == 0).Select(static result => result.Link).ToList());
        read.Select(static line => line.Split(' ')[0]).Should().OnlyHaveUniqueItems("each id is read once");
        read.Select(static line => line.Split(' ')[1]).Should().OnlyHaveUniqueItems();

        // One link may have been given out at the moment of the kill, before the test's handler could note it; of those without an answer each may have arrived late.
        var unanswered = results.Where(static result => result.Code == NotAcknowledged).Select(static result => result.Link).ToList();
        (read.Count + lost.Count).Should().BeInRange(acknowledged.Count - 1, acknowledged.Count + unanswered.Count);
        acknowledged.Except(read.Select(static line => line.Split(' ')[1])).Should().HaveCountLessThanOrEqualTo(lost.Count + 1);
        read.Select(static line => line.Split(' ')[1]).Should().BeSubsetOf([.. acknowledged, .. unanswered]);
        results.Select(static result => result.Code).Should().OnlyContain(static code => code == 0 || code == Busy || code == NotAcknowledged);
    }

    private async Task<Process> StartFirstAsync(string pause = "")
    {
        var ready = _session["ready"];
        File.Delete(ready);
        var process = Start(pause, null);
        await Desk.WaitUntilAsync(() => File.Exists(ready));
        return process;
    }

    private async Task<(int Code, string Errors)> SendAsync(string link, bool mayListen = false)
    {
        using var process = Start(mayListen ? "short" : "", link);
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        lock (_processes)
            _processes.Remove(process);

        return (process.ExitCode, errors);
    }

    private Process Start(string pause, string? link)
    {
        var start = new ProcessStartInfo(Sample.Forwarder, ["listen", _session.Path, pause, .. link is null ? Array.Empty<string>() : ["--phonelink", "--", link]]) { RedirectStandardError = true };
        start.Environment["XDG_RUNTIME_DIR"] = _session.Path;
        var process = Process.Start(start)!;
        lock (_processes)
            _processes.Add(process);

        return process;
    }

    private List<string> Read() => Lines("read.*");

    private List<string> Lost() => Lines("lost.*");

    private List<string> Lines(string pattern) => [.. Directory.EnumerateFiles(_session.Path, pattern).SelectMany(File.ReadAllLines)];

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
