using System.Diagnostics;
using System.Globalization;

namespace PhoneLink.Benchmarks;

/// <summary>A million ids in a journal, and a reader of events who is late: time, memory and what is lost. One round each, which is what such amounts need.</summary>
internal static class Load
{
    private const int Million = 1_000_000;
    private const int Calls = 25_000;

    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 00 00");
    private static readonly CallState[] Course = [CallState.Proceeding, CallState.Alerting, CallState.Connected, CallState.Ended];

    /// <summary>Measures all of it with files in a directory.</summary>
    public static async Task RunAsync(string directory, int ids = Million)
    {
        await RememberAsync("in memory, room for all", new(capacity: ids), ids);
        await RememberAsync("in memory, room for 100,000", new(), ids);
        await WriteAsync(Path.Combine(directory, "few"), ids / 500);
        await ReadAsync(Path.Combine(directory, "many"), ids);
        await LateReaderAsync();
    }

    private static async Task RememberAsync(string what, InMemoryCallJournal journal, int ids)
    {
        var before = Memory();
        var last = await MeasureAsync($"{what}: {ids:n0} calls noted", ids, async _ => await PlaceAsync(journal));
        Tell($"{what}: memory for {journal.Count:n0} ids", $"{(Memory() - before) / 1e6:f1} MB");
        await MeasureAsync($"{what}: known id", ids / 100, async _ =>
        {
            await ExpectAsync(journal, last, JournalState.Done);
            return last;
        });
    }

    private static async Task WriteAsync(string path, int ids)
    {
        using var journal = new FileCallJournal(path);
        await MeasureAsync($"file: {ids:n0} calls noted, on the disk before they leave", ids, async _ => await PlaceAsync(journal));
        Tell("file: for a call", $"{(double)new FileInfo(path).Length / ids:f0} B");
    }

    private static async Task ReadAsync(string path, int ids)
    {
        var some = Fill(path, ids);
        Tell($"file of {ids:n0} calls", $"{new FileInfo(path).Length / 1e6:f1} MB");
        foreach (var capacity in new[] { 2 * ids, InMemoryCallJournal.DefaultCapacity })
        {
            var before = Memory();
            using var journal = new FileCallJournal(path, capacity: capacity);
            var peak = GC.GetTotalAllocatedBytes();
            await MeasureAsync($"the same, room for {capacity:n0}: read", 1, _ => PlaceAsync(journal));
            Tell("  allocated meanwhile, kept", $"{(GC.GetTotalAllocatedBytes() - peak) / 1e6:f1} MB, {(Memory() - before) / 1e6:f1} MB");
            await MeasureAsync("  known id", ids / 1000, async _ =>
            {
                await ExpectAsync(journal, some, JournalState.Done);
                return some;
            });
            await MeasureAsync("  new call", ids / 5000, async _ => await PlaceAsync(journal));
            Tell("  file afterwards", $"{new FileInfo(path).Length / 1e6:f1} MB");
        }
    }

    /// <summary>Writes what so many calls leave, without waiting for the disk each time.</summary>
    private static DialRequest Fill(string path, int ids)
    {
        using (var empty = new FileCallJournal(path))
            PlaceAsync(empty).GetAwaiter().GetResult();

        var request = new DialRequest(Number);
        using var file = new FileStream(path, FileMode.Append);
        for (var i = 0; i < ids; i++)
        {
            request = new(Number);
            var entry = new JournalEntry(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), new JournalIntent(request).Fingerprint);
            file.Write(JournalRecord.ForIntent(request.CallId, entry));
            file.Write(JournalRecord.ForOutcome(request.CallId, entry.With(new(DialStatus.Accepted, request.CallId))));
        }

        return request;
    }

    private static async Task LateReaderAsync()
    {
        using var publisher = new CallEventPublisher();
        await using var reader = publisher.ReadAllAsync().GetAsyncEnumerator();
        var first = reader.MoveNextAsync();
        var before = Memory();
        await MeasureAsync($"{Calls * Course.Length:n0} events published, nobody reads", Calls * Course.Length, calls =>
        {
            for (var i = 0; i < Calls; i++)
                foreach (var id in new[] { CallId.New() })
                    foreach (var state in Course)
                        publisher.Publish(new(id, state));

            return Task.FromResult(new DialRequest(Number));
        }, isWhole: true);
        Tell("  they take", $"{(Memory() - before) / 1e6:f1} MB");
        var (ends, others, missed) = (0, 0, 0);
        await MeasureAsync("  read", Calls * Course.Length, async _ =>
        {
            for (var more = await first; more && ends < Calls; more = ends < Calls && await reader.MoveNextAsync())
            {
                missed += reader.Current.Missed;
                if (reader.Current.State is CallState.Ended)
                    ends++;
                else
                    others++;
            }

            return new(Number);
        }, isWhole: true);
        Tell("  ends, other events, lost", $"{ends:n0}, {others:n0}, {missed:n0}");
        if (ends != Calls || ends + others + missed != Calls * Course.Length)
            throw new InvalidOperationException("An end was lost, or a loss was not told.");
    }

    private static async Task<DialRequest> PlaceAsync(ICallJournal journal)
    {
        var request = new DialRequest(Number);
        await ExpectAsync(journal, request, JournalState.New);
        await journal.EndAsync(new(DialStatus.Accepted, request.CallId));
        return request;
    }

    private static async Task ExpectAsync(ICallJournal journal, DialRequest request, JournalState state)
    {
        if ((await journal.BeginAsync(new(request))).State != state)
            throw new InvalidOperationException("The journal remembers something else.");
    }

    private static async Task<DialRequest> MeasureAsync(string what, int count, Func<int, Task<DialRequest>> act, bool isWhole = false)
    {
        DialRequest? last = null;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < (isWhole ? 1 : count); i++)
            last = await act(i);

        var time = Stopwatch.GetElapsedTime(start);
        Tell(what, $"{time.TotalMilliseconds:n0} ms, {time.TotalMicroseconds / count:n2} µs each");
        return last!;
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Tell(string what, FormattableString figure) => Console.WriteLine($"{what,-70} {figure.ToString(CultureInfo.InvariantCulture)}");
}
