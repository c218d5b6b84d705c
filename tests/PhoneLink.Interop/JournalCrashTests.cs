using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>Real processes dial over one journal and are killed; whatever became of them, no id is dispatched twice.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class JournalCrashTests : IDisposable
{
    private const int Rounds = 30;

    private readonly DialJournal _journal = new();
    private readonly Random _random = new(7);

    public void Dispose() => _journal.Dispose();

    [ToolTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [Requirement("JRNL-3")]
    [Requirement("JRNL-11")]
    public async Task What_a_killed_process_had_noted_and_not_ended_is_in_doubt_for_all_that_come_after(int death)
    {
        var doubted = (death + 1) / 2;
        var isDispatched = death % 2 == 0;

        (await _journal.DialAsync(1, 3, death)).Should().Equal(Enumerable.Range(1, doubted - 1).Select(static id => new DialledId(id, DialJournal.Accepted)));
        _journal.Dispatched.Should().Equal(Enumerable.Range(1, isDispatched ? doubted : doubted - 1));

        (await _journal.DialAsync(1, 4)).Should().Equal(Enumerable.Range(1, 4).Select(id => new DialledId(
            id, id < doubted ? DialJournal.Repeated : id == doubted ? DialJournal.InDoubt : DialJournal.Accepted)));
        (await _journal.DialAsync(1, 4)).Should().Equal(Enumerable.Range(1, 4).Select(id => new DialledId(id, id == doubted ? DialJournal.InDoubt : DialJournal.Repeated)));
        _journal.Dispatched.Should().Equal(Enumerable.Range(1, 4).Where(id => id != doubted || isDispatched));
    }

    [ToolFact]
    [Requirement("JRNL-12")]
    public async Task Processes_killed_at_any_moment_dispatch_nothing_twice_and_forget_nothing()
    {
        var (known, doubted) = (new HashSet<int>(), new HashSet<int>());
        for (var round = 0; round < Rounds; round++)
        {
            var reached = _journal.Dispatched.Concat(known).Concat(doubted).DefaultIfEmpty().Max() + 1;
            foreach (var (id, outcome) in await _journal.KillAsync(Math.Max(1, reached - 4), _random.Next(1, 12), TimeSpan.FromMicroseconds(_random.Next(2_500))))
            {
                outcome.Should().BeOneOf(Possible(id, reached, known), "id {0}, round {1}", id, round);
                (outcome == DialJournal.InDoubt ? doubted : known).Add(id);
            }

            _journal.Dispatched.Should().OnlyHaveUniqueItems();
        }

        var last = _journal.Dispatched.Concat(doubted).Max() + 1;
        foreach (var (id, outcome) in await _journal.DialAsync(1, last + 5))
            outcome.Should().BeOneOf(Possible(id, last, known), "id {0}", id);

        _journal.Dispatched.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(Rounds);
        known.Intersect(doubted).Should().BeEmpty();
        doubted.Should().HaveCountLessThanOrEqualTo(Rounds, "one process has one call under way");
    }

    [ToolFact]
    [Requirement("JRNL-12")]
    public async Task A_process_killed_while_it_writes_the_file_anew_loses_nothing()
    {
        const int Living = 20;
        await _journal.DialAsync(1, Living);
        var deaths = 0;
        for (var i = 0; i < Rounds && deaths < 3; i++)
        {
            _journal.FillWithOldIds();
            if (await _journal.KillInRewriteAsync(Living))
                deaths++;

            (await _journal.DialAsync(1, Living)).Should().OnlyContain(static call => call.Outcome == DialJournal.Repeated);
        }

        deaths.Should().BePositive();
        _journal.Dispatched.Should().Equal(Enumerable.Range(1, Living));
    }

    [ToolFact]
    [Requirement("JRNL-1")]
    [Requirement("JRNL-13")]
    public async Task Eight_processes_at_once_dispatch_each_of_their_ids_once()
    {
        const int Count = 200;
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(process => _journal.DialAsync(1 + (process * Count / 2), Count)));

        _journal.Dispatched.Should().BeEquivalentTo(Enumerable.Range(1, 9 * Count / 2));
        all.Should().OnlyContain(static calls => calls.Count == Count);
        all.SelectMany(static calls => calls).Where(static call => call.Outcome == DialJournal.Accepted).Select(static call => call.Id)
            .Should().BeEquivalentTo(Enumerable.Range(1, 9 * Count / 2));
        all.SelectMany(static calls => calls).Should().OnlyContain(static call => call.Outcome == DialJournal.Accepted || call.Outcome == DialJournal.Repeated || call.Outcome == DialJournal.InDoubt);
    }

    [ToolFact("sh")]
    [Requirement("JRNL-14")]
    public async Task A_full_disk_blocks_calls_and_what_it_left_of_a_line_spoils_none()
    {
        const int Count = 15;
        var full = await _journal.DialOnFullDiskAsync(1, Count);
        var dispatched = _journal.Dispatched;

        dispatched.Should().NotBeEmpty().And.HaveCountLessThan(Count);
        full.Should().Equal(Enumerable.Range(1, Count).Select(id => new DialledId(id, dispatched.Contains(id) ? DialJournal.Accepted : DialJournal.Blocked)));
        _journal.Text.Should().NotEndWith("\n", "the last line has no end");

        var after = await _journal.DialAsync(1, Count);

        // The outcome of the last one may not have found room.
        after.Take(dispatched.Count - 1).Should().OnlyContain(static call => call.Outcome == DialJournal.Repeated);
        after[dispatched.Count - 1].Outcome.Should().BeOneOf(DialJournal.Repeated, DialJournal.InDoubt);
        after.Skip(dispatched.Count).Should().OnlyContain(static call => call.Outcome == DialJournal.Accepted);
        (await _journal.DialAsync(1, Count)).Skip(dispatched.Count).Should().OnlyContain(static call => call.Outcome == DialJournal.Repeated);
        _journal.Dispatched.Should().Equal(Enumerable.Range(1, Count));
    }

    /// <summary>Whoever was killed had reached one id more than anybody heard of, at most.</summary>
    private static string[] Possible(int id, int reached, HashSet<int> known) =>
        id > reached ? [DialJournal.Accepted]
        : known.Contains(id) ? [DialJournal.Repeated]
        : [DialJournal.Accepted, DialJournal.Repeated, DialJournal.InDoubt];
}
