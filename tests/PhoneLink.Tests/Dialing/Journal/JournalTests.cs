using System.Globalization;

namespace PhoneLink.Tests.Dialing.Journal;

public sealed class JournalTests : IDisposable
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"phonelink-{Guid.NewGuid():N}")).FullName;
    private readonly ManualTimeProvider _time = new();

    private string File => Path.Combine(_folder, "calls");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [Requirement("JRNL-1")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_id_is_dispatched_once_by_two_pipelines_that_share_a_journal(bool inFile)
    {
        var back = new ScriptedProvider((request, _) => Task.FromResult(new DialResult(DialStatus.Accepted, request.CallId) { ProviderCallId = "a b", NativeCode = 180 }));
        var (one, other) = (Journal(inFile), inFile ? Journal(inFile) : null);
        var (first, second) = (Phone(back, one), Phone(back, other ?? one));
        var request = new DialRequest(Number);

        var placed = await first.DialAsync(request);
        var again = await second.DialAsync(request);

        back.Dialled.Should().ContainSingle();
        placed.Status.Should().Be(DialStatus.Accepted);
        (again.Status, again.OriginalCallId, again.ProviderCallId, again.NativeCode).Should().Be((DialStatus.Duplicate, request.CallId, "a b", 180));
    }

    [Theory]
    [Requirement("JRNL-1")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_at_once_with_one_id_are_one_call(bool inFile)
    {
        var gate = new Gate(DialStatus.Accepted);
        var back = new ScriptedProvider(gate.AnswerAsync);
        var journal = Journal(inFile);
        var request = new DialRequest(Number);
        var dials = Enumerable.Range(0, 50).Select(_ => Task.Run(() => Phone(back, journal).DialAsync(request))).ToList();
        while (inFile ? dials.Count(static dial => dial.IsCompleted) < 49 : back.Dialled.IsEmpty)
            await Task.Delay(10);

        gate.Open();
        var results = await Task.WhenAll(dials);

        back.Dialled.Should().ContainSingle();
        results.Count(static result => result.Status is DialStatus.Accepted).Should().Be(1);

        // In one process the others wait for the first; another process could not, and is in doubt.
        results.Count(result => result.Status == (inFile ? DialStatus.Ambiguous : DialStatus.Duplicate)).Should().Be(49);
    }

    [Theory]
    [Requirement("JRNL-2")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_id_for_another_call_is_a_conflict(bool inFile)
    {
        var back = new ScriptedProvider(DialStatus.Accepted);
        var journal = Journal(inFile);
        var request = new DialRequest(Number);
        await Phone(back, journal).DialAsync(request);

        foreach (var other in new[] { request with { Target = new TelUri(PhoneNumber.Parse("+4722517001")) }, request with { Scope = new() { User = "bob" } }, request with { Device = "desk" } })
        {
            var result = await Phone(back, journal).DialAsync(other);
            (result.Status, result.Reason).Should().Be((DialStatus.Invalid, DialReason.IdConflict));
        }

        back.Dialled.Should().ContainSingle();
    }

    [Fact]
    [Requirement("JRNL-3")]
    public async Task An_intent_without_outcome_is_never_dispatched_again()
    {
        var back = new ScriptedProvider(DialStatus.Accepted);
        var request = new DialRequest(Number);
        await Journal(inFile: true).BeginAsync(new(request)); // The process ends here.

        var result = await Phone(back, Journal(inFile: true)).DialAsync(request);

        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, DialReason.InDoubt));
        back.Dialled.Should().BeEmpty();
    }

    [Theory]
    [Requirement("JRNL-4")]
    [InlineData(DialStatus.NotDispatched, 2)]
    [InlineData(DialStatus.Invalid, 2)]
    [InlineData(DialStatus.Blocked, 2)]
    [InlineData(DialStatus.Ambiguous, 1)]
    [InlineData(DialStatus.HandedOff, 1)]
    [InlineData((DialStatus)99, 1)]
    public async Task What_left_no_call_may_be_tried_again(DialStatus status, int calls)
    {
        var back = new ScriptedProvider(status);
        var request = new DialRequest(Number);

        await Phone(back, Journal(inFile: true)).DialAsync(request);
        await Phone(back, Journal(inFile: true)).DialAsync(request);

        back.Dialled.Should().HaveCount(calls);
    }

    [Fact]
    [Requirement("JRNL-5")]
    public async Task A_torn_or_damaged_line_is_left_out_and_spoils_no_other()
    {
        var back = new ScriptedProvider(DialStatus.Accepted);
        var (whole, next) = (new DialRequest(Number), new DialRequest(Number));
        await Phone(back, Journal(inFile: true)).DialAsync(whole);
        await System.IO.File.AppendAllTextAsync(File, "I 0123456789abcdef damaged 1 00000000\nI 01");

        await Phone(back, Journal(inFile: true)).DialAsync(next);
        var known = Journal(inFile: true);

        (await known.BeginAsync(new(whole))).State.Should().Be(JournalState.Done);
        (await known.BeginAsync(new(next))).State.Should().Be(JournalState.Done);
    }

    /// <summary>What is not on the disk up to its line end was not dispatched.</summary>
    [Fact]
    [Requirement("JRNL-5")]
    public async Task A_file_may_end_anywhere_in_the_lines_of_its_last_call()
    {
        var (whole, last) = (new DialRequest(Number), new DialRequest(Number));
        await Phone(new ScriptedProvider(DialStatus.Accepted), Journal(inFile: true)).DialAsync(whole);
        var start = (int)new FileInfo(File).Length;
        await Journal(inFile: true).BeginAsync(new(last));
        var intent = (int)new FileInfo(File).Length;
        await Journal(inFile: true).EndAsync(new(DialStatus.Accepted, last.CallId));
        var all = await System.IO.File.ReadAllBytesAsync(File);

        for (var length = start; length <= all.Length; length++)
        {
            await System.IO.File.WriteAllBytesAsync(File, all.AsSpan(0, length).ToArray());
            var journal = Journal(inFile: true);

            (await journal.BeginAsync(new(last))).State.Should().Be(length < intent ? JournalState.New : length < all.Length ? JournalState.InDoubt : JournalState.Done, "{0} bytes", length);
            await journal.EndAsync(new(DialStatus.Accepted, last.CallId));
            foreach (var request in new[] { whole, last })
                (await Journal(inFile: true).BeginAsync(new(request))).State.Should().Be(JournalState.Done, "{0} bytes, written on", length);
        }

        (intent - start).Should().BeGreaterThan(40);
    }

    [Fact]
    [Requirement("JRNL-6")]
    public async Task Without_the_lock_nothing_is_dispatched_unless_the_host_chose_so()
    {
        var back = new ScriptedProvider(DialStatus.Accepted);
        using var held = new FileStream(File + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var journal = Journal(inFile: true, lockTimeout: TimeSpan.FromMilliseconds(50));

        var blocked = await Phone(back, journal).DialAsync(Number);
        var chosen = await new TelephonyProviderBuilder(back).UseJournal(journal, JournalFailure.Dial).Build().DialAsync(Number);
        var missing = await Phone(back, Journal(inFile: true, Path.Combine(_folder, "none", "calls"), TimeSpan.FromMilliseconds(50))).DialAsync(Number);

        (blocked.Status, blocked.Reason).Should().Be((DialStatus.Blocked, DialReason.JournalUnavailable));
        missing.Status.Should().Be(DialStatus.Blocked);
        chosen.Status.Should().Be(DialStatus.Accepted);
        back.Dialled.Should().ContainSingle();
    }

    [Fact]
    [Requirement("JRNL-6")]
    public async Task A_file_that_is_no_journal_is_left_alone()
    {
        await System.IO.File.WriteAllTextAsync(File, "My own notes, which are longer than the line that a journal begins with.\n");

        var result = await Phone(new ScriptedProvider(DialStatus.Accepted), Journal(inFile: true)).DialAsync(Number);

        result.Reason.Should().Be(DialReason.JournalUnavailable);
        (await System.IO.File.ReadAllTextAsync(File)).Should().StartWith("My own notes");
    }

    [Theory]
    [Requirement("JRNL-7")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ids_are_forgotten_after_a_time(bool inFile)
    {
        var back = new ScriptedProvider(DialStatus.Accepted);
        var journal = Journal(inFile);
        var request = new DialRequest(Number);
        await Phone(back, journal).DialAsync(request);
        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        (await Phone(back, journal).DialAsync(request)).Status.Should().Be(DialStatus.Duplicate);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await Phone(back, journal).DialAsync(new(request.Target) { CallId = request.CallId })).Status.Should().Be(DialStatus.Accepted);
    }

    [Fact]
    [Requirement("JRNL-7")]
    public async Task Memory_and_file_stay_small_whatever_the_number_of_calls()
    {
        var memory = new InMemoryCallJournal(_time, capacity: 1_000);
        using var file = new FileCallJournal(File, _time, TimeSpan.FromSeconds(10), capacity: 100);
        for (var i = 0; i < 100_000; i++)
        {
            var id = CallId.New();
            await memory.BeginAsync(new(new DialRequest(Number) { CallId = id }));
            await memory.EndAsync(new(DialStatus.Accepted, id));
        }

        memory.Count.Should().BeLessThanOrEqualTo(1_001);
        for (var i = 0; i < 12_000; i++)
        {
            var id = CallId.New();
            await file.BeginAsync(new(new DialRequest(Number) { CallId = id }));
            await file.EndAsync(new(DialStatus.Accepted, id));
        }

        new FileInfo(File).Length.Should().BeLessThan(JournalFile.LongLength + 1_000);
        var last = new DialRequest(Number);
        await file.BeginAsync(new(last));
        (await Journal(inFile: true).BeginAsync(new(last))).State.Should().Be(JournalState.InDoubt, "another process reads the new file");
    }

    [Fact]
    [Requirement("JRNL-8")]
    public async Task The_file_holds_no_number_and_no_name_and_is_the_users_own()
    {
        var request = new DialRequest(Number) { Scope = new() { User = "lovelace" }, Subject = new() { Person = new() { Name = "Byron" } } };
        await Phone(new ScriptedProvider(DialStatus.Accepted), Journal(inFile: true)).DialAsync(request);

        var text = await System.IO.File.ReadAllTextAsync(File);

        text.Should().NotContain("22517000").And.NotContain("lovelace").And.NotContain("Byron");
        text.Should().Contain(request.CallId.Value.ToString("N", CultureInfo.InvariantCulture));
#if !NETSTANDARD_BUILD
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(File).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#endif
    }

    [Fact]
    [Requirement("JRNL-9")]
    public async Task A_journal_that_fails_behind_the_call_changes_nothing_and_a_dry_run_is_not_noted()
    {
        var journal = new Forgetful();
        var phone = Phone(new ScriptedProvider(DialStatus.Accepted), journal);

        (await phone.DialAsync(Number)).Status.Should().Be(DialStatus.Accepted);
        await phone.DialAsync(new DialRequest(Number) { DryRun = true });

        journal.Intents.Should().ContainSingle().Which.Number.Should().Be(Number);
    }

    [Fact]
    [Requirement("JRNL-10")]
    public async Task What_ended_by_an_exception_before_dispatch_may_be_tried_again_and_what_was_dispatched_may_not()
    {
        foreach (var marks in new[] { false, true })
        {
            var back = new ScriptedProvider((request, _) =>
            {
                if (marks)
                    request.MarkDispatching();

                throw new ObjectDisposedException("back end");
            });
            var journal = Journal(inFile: false);
            var request = new DialRequest(Number);
            var first = Phone(back, journal).DialAsync(request);
            if (marks)
                (await first).Status.Should().Be(DialStatus.Ambiguous);
            else
                await first.Invoking(static task => task).Should().ThrowAsync<ObjectDisposedException>();

            (await journal.BeginAsync(new(request))).State.Should().Be(marks ? JournalState.Done : JournalState.New);
        }
    }

    private static ITelephonyProvider Phone(ITelephonyProvider back, ICallJournal journal) => new TelephonyProviderBuilder(back).UseJournal(journal).Build();

    private ICallJournal Journal(bool inFile, string? path = null, TimeSpan? lockTimeout = null) => inFile
        ? new FileCallJournal(path ?? File, lockTimeout is null ? _time : null, lockTimeout: lockTimeout ?? TimeSpan.FromDays(1))
        : new InMemoryCallJournal(_time);

    private sealed class Forgetful : ICallJournal
    {
        public List<JournalIntent> Intents { get; } = [];

        public ValueTask<JournalAnswer> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
        {
            Intents.Add(intent);
            return new(new JournalAnswer(JournalState.New));
        }

        public ValueTask EndAsync(DialResult result) => throw new IOException();
    }
}
