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

    private static async Task<ActivationAnswer> OfferAsync(ListenerDesk desk, ActivationFrame frame)
    {
        await using var stream = (await desk.Channel.ConnectAsync(CancellationToken.None))!;
        await stream.WriteAsync(frame.ToBytes());
        return (ActivationAnswer)stream.ReadByte();
    }

    /// <summary>Fails until it is given a frame, which comes once.</summary>
    private sealed class FailingAcceptor(Exception failure) : IActivationAcceptor
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
