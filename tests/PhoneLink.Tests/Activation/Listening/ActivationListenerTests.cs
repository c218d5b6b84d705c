using System.Net.Sockets;
using System.Runtime.Versioning;
using PhoneLink.Activation;

namespace PhoneLink.Tests.Activation.Listening;

/// <summary>The first process receives the links of all; over real sockets, within one process.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ActivationListenerTests
{
    private const string Link = "domycall:+4722510000?name=Kari%20Nordmann";

    [Fact]
    [Requirement("LSTN-1")]
    public async Task A_cold_and_a_warm_start_come_through_one_stream()
    {
        await using var desk = new ListenerDesk();

        var first = await desk.StartAsync(Link);
        var second = await desk.StartAsync("tel:+4722510001");
        var links = await ListenerDesk.ReadAsync(first.Listener!, 2);

        (first.Outcome, second.Outcome).Should().Be((ActivationOutcome.Listening, ActivationOutcome.HandedOver));
        (second.ExitCode, second.Listener).Should().Be((0, null));
        links.Select(static link => link.Uri.OriginalText).Should().Equal(Link, "tel:+4722510001");
        links.Select(static link => link.Id).Should().OnlyHaveUniqueItems();
        first.Listener!.ChannelProblem.Should().BeNull();
    }

    [Fact]
    [Requirement("LSTN-1")]
    public async Task Links_wait_until_somebody_reads_and_then_come_in_their_order()
    {
        await using var desk = new ListenerDesk();
        var first = await desk.StartAsync();
        for (var i = 0; i < 10; i++)
            (await desk.StartAsync($"tel:+472251000{i}")).Outcome.Should().Be(ActivationOutcome.HandedOver);

        (await ListenerDesk.ReadAsync(first.Listener!, 10)).Select(static link => link.Uri.OriginalText).Should().Equal(Enumerable.Range(0, 10).Select(static i => $"tel:+472251000{i}"));
    }

    /// <summary>A process has its answer, and the next one comes and is quicker than the end of the first one's connection.</summary>
    [Fact]
    [Requirement("LSTN-1")]
    public async Task Who_came_first_is_read_first_whoever_is_done_first()
    {
        var queue = new ActivationQueue(null);
        var links = new[] { "tel:+4721", "tel:+4722", "tel:+4723" }.Select(static text => new ActivatedLink(Guid.NewGuid(), TelephonyUri.Parse(text))).ToList();
        foreach (var link in links)
            queue.TryReserve(link).Should().Be(ActivationRoom.Reserved);

        foreach (var i in new[] { 1, 2, 0 })
            queue.Publish(links[i]);

        queue.Complete();
        (await queue.ReadAllAsync(CancellationToken.None).Select(static link => link.Id).ToListAsync()).Should().Equal(links.Select(static link => link.Id));
    }

    [Fact]
    [Requirement("LSTN-1")]
    public async Task A_start_without_a_link_listens_and_a_second_one_ends()
    {
        await using var desk = new ListenerDesk();

        (await desk.StartAsync()).Outcome.Should().Be(ActivationOutcome.Listening);
        var second = await desk.StartAsync();

        (second.Outcome, second.ExitCode).Should().Be((ActivationOutcome.AlreadyRunning, 0));
    }

    [Theory]
    [InlineData("domycall:+47\" --evil", 2)]
    [InlineData("http://example.com", 0)]
    [InlineData("tel:*31%23+47", 0)]
    [Requirement("LSTN-2")]
    public async Task What_may_not_be_acted_upon_is_neither_handed_over_nor_listened_to(string link, int exitCode)
    {
        await using var desk = new ListenerDesk();

        var start = exitCode == 2
            ? await ActivationListener.StartAsync(["--phonelink", "--", link, "x"], ["domycall"], new() { Channel = desk.Channel })
            : await desk.StartAsync(link);

        (start.Outcome, start.Listener, start.ExitCode).Should().Be((ActivationOutcome.Refused, null, exitCode));
        start.Message.Should().NotContain("47");
        File.Exists(desk.Socket).Should().BeFalse();
    }

    [Fact]
    [Requirement("LSTN-3")]
    public async Task With_sixty_four_links_waiting_the_next_process_is_told_that_it_is_busy()
    {
        await using var desk = new ListenerDesk();
        var first = await desk.StartAsync();
        for (var i = 0; i < 64; i++)
            (await desk.StartAsync($"tel:+4722510{i:000}")).Outcome.Should().Be(ActivationOutcome.HandedOver);

        var refused = await desk.StartAsync("tel:+4799999999");
        (refused.Outcome, refused.ExitCode).Should().Be((ActivationOutcome.Busy, 4));

        (await ListenerDesk.ReadAsync(first.Listener!, 1)).Should().HaveCount(1);
        (await desk.StartAsync("tel:+4799999998")).Outcome.Should().Be(ActivationOutcome.HandedOver);
        (await ListenerDesk.ReadAsync(first.Listener!, 64))[^1].Uri.OriginalText.Should().Be("tel:+4799999998");
    }

    [Fact]
    [Requirement("LSTN-21")]
    public async Task Fewer_links_wait_where_the_handler_says_so()
    {
        await using var desk = new ListenerDesk { MaxWaiting = 2 };
        var first = await desk.StartAsync("tel:+4722510000");
        (await desk.StartAsync("tel:+4722510001")).Outcome.Should().Be(ActivationOutcome.HandedOver);

        (await desk.StartAsync("tel:+4722510002")).Outcome.Should().Be(ActivationOutcome.Busy);
        (await ListenerDesk.ReadAsync(first.Listener!, 2)).Should().HaveCount(2);
        (await desk.StartAsync("tel:+4722510003")).Outcome.Should().Be(ActivationOutcome.HandedOver);
        FluentActions.Invoking(static () => new ActivationListenerOptions { MaxWaiting = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(static () => new ActivationListenerOptions { MaxWaiting = 65 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    [Requirement("LSTN-22")]
    public async Task What_the_caller_changes_after_the_start_has_no_effect()
    {
        await using var desk = new ListenerDesk();
        var schemes = new List<string> { "domycall" };
        var options = new ActivationListenerOptions { Channel = desk.Channel };
        await using var first = (await ActivationListener.StartAsync([], schemes, options)).Listener!;
        schemes[0] = null!;
        schemes.Add("tel");
        options.Activation.AllowServiceCodes = true;
        options.Activation = null!;
        options.TimeProvider = null!;

        (await desk.StartAsync(Link)).Outcome.Should().Be(ActivationOutcome.HandedOver);
        (await desk.StartAsync("tel:+4722510000")).Outcome.Should().Be(ActivationOutcome.NotAcknowledged);
        desk.Activation.AllowServiceCodes = true;
        (await desk.StartAsync("domycall:*21*22510000%23")).Outcome.Should().Be(ActivationOutcome.NotAcknowledged);
        (await ListenerDesk.ReadAsync(first, 1))[0].Uri.OriginalText.Should().Be(Link);
    }

    [Fact]
    [Requirement("LSTN-22")]
    public async Task What_a_start_cannot_work_with_is_said_at_once_by_the_parameters_name()
    {
        await using var desk = new ListenerDesk();

        async Task<string?> NameAsync(string?[]? arguments, string?[]? schemes, ActivationListenerOptions? options = null)
        {
            options ??= new();
            options.Channel = desk.Channel;
            var start = () => ActivationListener.StartAsync(arguments!, schemes!, options);
            return (await start.Should().ThrowAsync<ArgumentException>()).Which.ParamName;
        }

        (await NameAsync(null, ["domycall"])).Should().Be("arguments");
        (await NameAsync([null], ["domycall"])).Should().Be("arguments");
        (await NameAsync(["--phonelink", "--", null], ["domycall"])).Should().Be("arguments");
        (await NameAsync([], null)).Should().Be("schemes");
        (await NameAsync([], [])).Should().Be("schemes");
        (await NameAsync([], ["domycall", null])).Should().Be("schemes");
        (await NameAsync([], ["do my call"])).Should().Be("schemes");
        (await NameAsync([], ["domycall"], new() { Activation = null! })).Should().Be("options");
        (await NameAsync([], ["domycall"], new() { TimeProvider = null! })).Should().Be("options");
        File.Exists(desk.Socket).Should().BeFalse();
    }

    [Fact]
    [Requirement("LSTN-4")]
    public async Task An_equal_link_within_a_second_and_a_half_is_marked()
    {
        var clock = new ManualTimeProvider();
        await using var desk = new ListenerDesk { Time = clock };
        var queue = new ActivationQueue(null);
        foreach (var (text, milliseconds) in new[] { ("tel:+47-22", 0), ("tel:+4722", 1499), ("tel:+4722", 1500), ("tel:+4723", 0), ("tel:+4722", 0) })
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            var link = new ActivatedLink(Guid.NewGuid(), TelephonyUri.Parse(text)) { ReceivedAt = clock.GetUtcNow() };
            queue.TryReserve(link).Should().Be(ActivationRoom.Reserved);
            queue.Publish(link);
        }

        queue.Complete();
        (await queue.ReadAllAsync(CancellationToken.None).Select(static link => link.IsRepeat).ToListAsync()).Should().Equal(false, true, false, false, false);
    }

    [Fact]
    [Requirement("LSTN-5")]
    public async Task After_the_first_is_disposed_the_next_is_the_first_and_what_was_acknowledged_can_be_read()
    {
        await using var desk = new ListenerDesk();
        var first = await desk.StartAsync();
        (await desk.StartAsync(Link)).Outcome.Should().Be(ActivationOutcome.HandedOver);

        await first.Listener!.DisposeAsync();
        await first.Listener.DisposeAsync();
        var next = await desk.StartAsync("tel:+4722510009");

        next.Outcome.Should().Be(ActivationOutcome.Listening);
        (await first.Listener.ReadAllAsync().ToListAsync()).Should().ContainSingle().Which.Uri.OriginalText.Should().Be(Link);
        (await ListenerDesk.ReadAsync(next.Listener!, 1))[0].Uri.OriginalText.Should().Be("tel:+4722510009");
    }

    [Fact]
    [Requirement("LSTN-6")]
    public async Task What_a_dead_first_instance_had_taken_and_not_given_out_is_listed_without_a_number()
    {
        await using var desk = new ListenerDesk();
        Directory.CreateDirectory(desk["phonelink"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var (read, lost, torn) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await File.WriteAllTextAsync(desk.Journal, $"+{read:N}\n+{lost:N}\n-{read:N}\n+{torn:N}"[..^3]);
        await using (var stale = new FileStream(desk.Socket, FileMode.Create))
            stale.WriteByte(0);

        var start = await desk.StartAsync(Link);

        start.Listener!.LostActivations.Should().Equal(lost);
        (await ListenerDesk.ReadAsync(start.Listener, 1))[0].Uri.OriginalText.Should().Be(Link);
        (await desk.JournalsAsync()).Should().Equal([""], "nothing waits, and what the dead one left is gone");
    }

    [Fact]
    [Requirement("LSTN-6")]
    public async Task The_journal_holds_ids_alone()
    {
        await using var desk = new ListenerDesk();
        await desk.StartAsync(Link);

        (await desk.JournalsAsync()).Should().ContainSingle().Which.Should().MatchRegex(@"^\+[0-9a-f]{32}\n$");
        File.GetUnixFileMode(Directory.GetFiles(desk["phonelink"], "*.journal")[0]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    [Requirement("LSTN-7")]
    public async Task A_first_instance_that_does_not_answer_keeps_the_later_process_from_dialling()
    {
        await using var desk = new ListenerDesk();
        using var held = desk.Channel.TryBecomeFirst();
        using var silent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        silent.Bind(new UnixDomainSocketEndPoint(desk.Socket));
        silent.Listen(8);

        var start = await desk.StartAsync(Link);

        (start.Outcome, start.Listener, start.ExitCode).Should().Be((ActivationOutcome.NotAcknowledged, null, 3));
    }

    [Fact]
    [Requirement("LSTN-7")]
    public async Task A_first_instance_that_dies_before_it_answers_is_followed_by_the_sender_under_the_same_id()
    {
        await using var desk = new ListenerDesk();
        var held = desk.Channel.TryBecomeFirst();
        using var dying = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        dying.Bind(new UnixDomainSocketEndPoint(desk.Socket));
        dying.Listen(8);

        var starting = desk.StartAsync(Link);
        using (var peer = await dying.AcceptAsync())
        await using (var stream = new NetworkStream(peer))
        {
            var frame = await ActivationFrame.ReadAsync(stream, CancellationToken.None);
            held!.Dispose();
            peer.Dispose();
            var start = await starting;

            start.Outcome.Should().Be(ActivationOutcome.Listening);
            (await ListenerDesk.ReadAsync(start.Listener!, 1))[0].Id.Should().Be(frame!.Id);
        }
    }
}
