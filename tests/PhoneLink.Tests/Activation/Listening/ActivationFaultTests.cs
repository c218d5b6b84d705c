using System.Net.Sockets;
using System.Runtime.Versioning;
using PhoneLink.Activation;

namespace PhoneLink.Tests.Activation.Listening;

/// <summary>What goes wrong inside the first instance costs no link and no processor.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ActivationFaultTests
{
    private const string Link = "domycall:+4722510000";

    [Fact]
    [Requirement("LSTN-16")]
    public async Task Links_that_a_disposed_listener_still_has_are_not_reported_lost_by_the_next()
    {
        await using var desk = new ListenerDesk();
        var old = (await desk.StartAsync()).Listener!;
        (await desk.StartAsync(Link)).Outcome.Should().Be(ActivationOutcome.HandedOver);
        await old.DisposeAsync();

        var next = (await desk.StartAsync()).Listener!;
        next.LostActivations.Should().BeEmpty("the old process can still read it");
        (await desk.StartAsync(Link + "1")).Outcome.Should().Be(ActivationOutcome.HandedOver);
        (await old.ReadAllAsync().ToListAsync()).Should().ContainSingle().Which.Uri.OriginalText.Should().Be(Link);

        (await desk.JournalsAsync()).Should().ContainSingle("the old one is gone").Which.Should().MatchRegex(@"^\+[0-9a-f]{32}\n$", "the next listener's link waits");
    }

    [Fact]
    [Requirement("LSTN-16")]
    public async Task Of_listeners_that_have_given_out_all_nothing_is_left()
    {
        await using var desk = new ListenerDesk();
        var first = (await desk.StartAsync(Link)).Listener!;
        await ListenerDesk.ReadAsync(first, 1);
        await first.DisposeAsync();

        (await desk.JournalsAsync()).Should().BeEmpty();
    }

    [Fact]
    [Requirement("LSTN-17")]
    public async Task A_link_that_is_offered_again_under_its_id_is_read_once()
    {
        await using var desk = new ListenerDesk();
        var first = (await desk.StartAsync()).Listener!;
        var frame = new ActivationFrame(Guid.NewGuid(), Link, null);

        // As a sender does whose answer did not come through.
        (await OfferAsync(desk, frame)).Should().Be(ActivationAnswer.Acknowledged);
        (await OfferAsync(desk, frame)).Should().Be(ActivationAnswer.Acknowledged);
        (await ListenerDesk.ReadAsync(first, 1))[0].Id.Should().Be(frame.Id);
        (await OfferAsync(desk, frame)).Should().Be(ActivationAnswer.Acknowledged, "also when it was read in between");

        await first.DisposeAsync();
        (await first.ReadAllAsync().ToListAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("LSTN-18")]
    public async Task A_way_in_that_fails_is_tried_again_ever_more_slowly_and_works_when_it_is_mended(bool isDenied)
    {
        var clock = new ManualTimeProvider();
        var queue = new ActivationQueue(null);
        using var acceptor = new FailingAcceptor(isDenied ? new UnauthorizedAccessException() : new IOException());
        await using var server = new ActivationServer(acceptor, queue, frame => new(frame.Id, TelephonyUri.Parse(frame.Link)), clock);
        server.Start();

        var tries = new List<int>();
        foreach (var milliseconds in new[] { 0, 10, 20, 39, 1, 80, 160, 320, 640, 999, 1 })
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            await Task.Delay(50);
            tries.Add(acceptor.Tries);
        }

        // After 10 ms, 20 ms, 40 ms … a second at most.
        tries.Should().Equal(1, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9);
        acceptor.Frame = new(Guid.NewGuid(), Link, null);
        for (var i = 0; i < 10; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }

        queue.Complete();
        (await queue.ReadAllAsync(CancellationToken.None).ToListAsync()).Should().ContainSingle().Which.Id.Should().Be(acceptor.Frame.Id);
    }

    [Fact]
    [Requirement("LSTN-6")]
    public async Task Where_there_can_be_no_channel_what_the_dead_have_lost_is_still_told()
    {
        await using var desk = new ListenerDesk();
        _ = desk.Channel;
        var lost = Guid.NewGuid();
        await File.WriteAllTextAsync(desk.Journal, $"+{lost:N}\n");
        Directory.CreateDirectory(desk.Socket);

        var alone = (await desk.StartAsync(Link)).Listener!;
        Directory.Delete(desk.Socket);
        var next = (await desk.StartAsync(Link)).Listener!;

        alone.ChannelProblem.Should().NotBeNull();
        (await ListenerDesk.ReadAsync(alone, 1))[0].Uri.OriginalText.Should().Be(Link);
        alone.LostActivations.Concat(next.LostActivations).Should().Equal(lost);
    }

    [Fact]
    [Requirement("LSTN-6")]
    public async Task A_line_that_a_full_disk_tore_hides_none_of_those_behind_it()
    {
        await using var desk = new ListenerDesk();
        _ = desk.Channel;
        var (torn, lost, read, last) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await File.WriteAllTextAsync(desk.Journal, $"+{torn:N}"[..10] + $"+{lost:N}\n+{read:N}\n-{read:N}\n+{last:N}\n");

        (await desk.StartAsync()).Listener!.LostActivations.Should().Equal(lost, last);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [Requirement("LSTN-23")]
    public async Task The_journal_of_a_queue_that_is_never_drained_stays_small_and_tells_what_waits(int waiting)
    {
        await using var desk = new ListenerDesk();
        _ = desk.Channel;
        var ids = Enumerable.Range(0, 2000).Select(static _ => Guid.NewGuid()).ToArray();
        var longest = 0L;
        using (var journal = ActivationJournal.Open(desk.Channel.FilesPath + ".journal", out _))
        {
            var path = Directory.GetFiles(desk["phonelink"], "*.journal").Single();
            for (var i = 0; i < ids.Length; i++)
            {
                journal.Take(ids[i]);
                if (i >= waiting)
                    journal.GiveOut(ids[i - waiting]);

                longest = Math.Max(longest, new FileInfo(path).Length);
            }

            // As a kill leaves it, which deletes nothing.
            using var copy = System.Diagnostics.Process.Start("/bin/cp", [path, desk["phonelink/killed"]]);
            await copy.WaitForExitAsync();
        }

        File.Move(desk["phonelink/killed"], desk.Journal);
        (await desk.StartAsync()).Listener!.LostActivations.Should().Equal(ids[^waiting..]);
        longest.Should().BeLessThanOrEqualTo(10 * 1024);
    }

    /// <summary>A kill between the two steps of writing the journal anew.</summary>
    [Fact]
    [Requirement("LSTN-23")]
    public async Task A_journal_whose_old_end_was_not_cut_off_tells_what_waits_once()
    {
        await using var desk = new ListenerDesk();
        _ = desk.Channel;
        var (first, read, last) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var anew = $"+{first:N}\n+{last:N}\n";
        var old = $"+{read:N}\n+{first:N}\n-{read:N}\n+{last:N}\n";
        await File.WriteAllTextAsync(desk.Journal, anew + old[anew.Length..]);

        (await desk.StartAsync()).Listener!.LostActivations.Should().Equal(first, last);
    }

    [Fact]
    [Requirement("LSTN-11")]
    public async Task A_lock_that_cannot_be_opened_is_no_first_instance_that_does_not_answer()
    {
        await using var desk = new ListenerDesk();
        _ = desk.Channel;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(desk["phonelink/test.lock"])); // ENXIO, as plain as a full disk.

        var start = await desk.StartAsync(Link);

        start.Listener!.ChannelProblem.Should().NotBeNull();
        (await ListenerDesk.ReadAsync(start.Listener, 1))[0].Uri.OriginalText.Should().Be(Link);
    }

    [Theory]
    [Requirement("LSTN-8")]
    [InlineData("é", 400)]
    [InlineData("x", 600)]
    [InlineData("a b", 1)]
    public async Task A_token_that_is_none_costs_the_link_nothing(string piece, int count)
    {
        var frame = new ActivationFrame(Guid.NewGuid(), Link, string.Concat(Enumerable.Repeat(piece, count)));

        var read = await ActivationFrame.ReadAsync(new MemoryStream(frame.ToBytes()), CancellationToken.None);

        read.Should().Be(frame with { WindowToken = null });
    }

    private static async Task<ActivationAnswer> OfferAsync(ListenerDesk desk, ActivationFrame frame)
    {
        await using var stream = (await desk.Channel.ConnectAsync(CancellationToken.None))!;
        await stream.WriteAsync(frame.ToBytes());
        return (ActivationAnswer)stream.ReadByte();
    }

    /// <summary>Fails until it is given a frame, which comes once.</summary>
    private sealed class FailingAcceptor(Exception failure) : ILocalAcceptor
    {
        private bool _hasCome;

        public int Tries { get; private set; }

        public ActivationFrame? Frame { get; set; }

        public async Task<Stream> AcceptAsync(CancellationToken cancellationToken)
        {
            Tries++;
            if (Frame is null)
                throw failure;

            if (_hasCome)
                await Task.Delay(Timeout.Infinite, cancellationToken);

            _hasCome = true;
            return new Peer(Frame.ToBytes());
        }

        public void Dispose()
        {
        }
    }

    /// <summary>A process that has sent a frame and does not wait for the answer.</summary>
    private sealed class Peer(byte[] frame) : MemoryStream(frame)
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;
    }
}
