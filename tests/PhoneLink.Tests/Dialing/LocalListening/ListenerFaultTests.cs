using System.Runtime.Versioning;

namespace PhoneLink.Tests.Dialing.LocalListening;

/// <summary>Who breaks off, stalls, cancels or goes in circles leaves one call at most, and nobody in the dark.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ListenerFaultTests
{
    private static readonly LocalListenerTelephonyOptions Hasty = new(TelephonyDesk.Listener) { ReachTimeout = TimeSpan.FromMilliseconds(300) };

    private static readonly byte[] Received = ListenerFrame.Write(ListenerFrameKind.Received);

    [Theory]
    [InlineData("closes", DialReason.Undecidable)]
    [InlineData("is silent", DialReason.TimedOut)]
    [InlineData("babbles", DialReason.Undecidable)]
    [InlineData("acknowledges and closes", DialReason.Undecidable)]
    [InlineData("answers before it acknowledges", DialReason.Undecidable)]
    [InlineData("acknowledges and refuses", DialReason.Undecidable)]
    [Requirement("PROV-43")]
    public async Task An_order_without_acknowledgement_or_answer_is_in_doubt_and_sent_once(string what, DialReason reason)
    {
        await using var desk = new TelephonyDesk();
        var orders = 0;
        desk.Impersonate(async stream =>
        {
            if ((await ListenerFrame.ReadAsync(stream, CancellationToken.None)).Frame is { Kind: ListenerFrameKind.Dial })
                Interlocked.Increment(ref orders);

            if (what == "is silent")
                _ = await stream.ReadAsync(new byte[1]);
            else if (what == "babbles")
                await stream.WriteAsync("hello, this is no frame"u8.ToArray());
            else if (what == "acknowledges and closes")
                await stream.WriteAsync(Received);
            else if (what == "acknowledges and refuses")
                await stream.WriteAsync((byte[])[.. Received, .. RefusedOrder.Write(DialReason.BackEndBusy)]);
            else if (what == "answers before it acknowledges")
                await stream.WriteAsync(DialAnswer.Write(new(DialStatus.NotDispatched, CallId.New()), tellsMore: false));
        });
        var client = desk.Client(Hasty);
        var request = TelephonyDesk.Request;

        var result = await client.DialAsync(request);

        (result.Status, result.Reason, orders, request.IsDispatching).Should().Be((DialStatus.Ambiguous, reason, 1, true));
        (await TelephonyDesk.ReadAsync(client, request.CallId)).Should().BeEmpty("nothing was heard of a call");
    }

    [Fact]
    [Requirement("PROV-43")]
    public async Task Whoever_has_gone_before_the_acknowledgement_is_not_dialled_for()
    {
        await using var desk = new TelephonyDesk();
        var order = DialOrder.From(TelephonyDesk.Request, 1)!;
        await using var server = new ListenerSessionDesk(desk.Phone);
        await using var gone = new GoneStream(ListenerFrame.Write(ListenerFrameKind.Dial, order, ListenerJson.Default.DialOrder)!);

        await server.Awaiting(it => it.ServeAsync(gone)).Should().ThrowAsync<IOException>();

        desk.Phone.Dispatched.Should().BeEmpty();
    }

    [Theory]
    [InlineData(DialReason.BackEndBusy)]
    [InlineData(DialReason.Loop)]
    [InlineData(DialReason.VersionMismatch)]
    [InlineData(DialReason.RefusedByBackEnd)]
    [Requirement("PROV-42")]
    public async Task A_refusal_proves_that_nothing_was_dialled(DialReason reason)
    {
        await using var desk = new TelephonyDesk();
        desk.Impersonate(async stream =>
        {
            _ = await ListenerFrame.ReadAsync(stream, CancellationToken.None);
            var refusal = RefusedOrder.Write(reason);
            refusal[3] += (byte)(reason is DialReason.VersionMismatch ? 1 : 0); // As a newer listener would.
            await stream.WriteAsync(refusal);
        });
        var second = new ScriptedProvider(DialStatus.Accepted);
        var phone = new TelephonyProviderBuilder().Add("local", desk.Client()).Add("second", second).AddFallback("both", "local", "second").To("both").Build();

        var result = await phone.DialAsync(TelephonyDesk.Request);

        (result.Status, result.ProviderName).Should().Be((DialStatus.Accepted, "second"));
        result.Attempts.Should().Equal(new DialAttempt("local", DialStatus.NotDispatched, reason));
    }

    [Fact]
    [Requirement("PROV-51")]
    public async Task A_listener_of_another_version_is_named()
    {
        await using var desk = new TelephonyDesk();
        desk.Impersonate(async stream =>
        {
            _ = await ListenerFrame.ReadAsync(stream, CancellationToken.None);
            var refusal = RefusedOrder.Write(DialReason.VersionMismatch);
            refusal[3]++;
            await stream.WriteAsync(refusal);
        });

        (await desk.Client().DialAsync(TelephonyDesk.Request)).Message.Should().Contain("older or newer");
        (await desk.Client().GetStatusAsync()).State.Should().Be(ProviderState.NotSupported);
    }

    [Fact]
    [Requirement("PROV-45")]
    public async Task A_call_that_is_cancelled_before_it_is_placed_is_none()
    {
        await using var desk = new TelephonyDesk();
        var asked = new TaskCompletionSource();
        await desk.StartAsync(new TelephonyProviderBuilder(desk.Phone).UseConfirmation(async (_, cancellationToken) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return true;
        }).Build());
        using var caller = new CancellationTokenSource();

        var dialling = desk.Client().DialAsync(TelephonyDesk.Request with { Cause = DialCause.Link }, caller.Token);
        await asked.Task;
        await caller.CancelAsync();
        var result = await dialling;

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.Cancelled));
        result.Message.Should().Contain("before it was placed");
        desk.Phone.Dispatched.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true, DialStatus.Accepted)]
    [InlineData(false, DialStatus.Ambiguous)]
    [Requirement("PROV-45")]
    public async Task A_call_that_is_cancelled_or_late_behind_the_dispatch_is_what_the_listener_says(bool isCancelled, DialStatus status)
    {
        await using var desk = new TelephonyDesk();
        var slow = new SlowTelephone(status);
        await desk.StartAsync(slow);
        using var caller = new CancellationTokenSource();
        var request = TelephonyDesk.Request with { AcceptTimeout = TimeSpan.FromMilliseconds(isCancelled ? 60_000 : 200), AnswerTimeout = TimeSpan.FromMilliseconds(100) };

        var dialling = desk.Client().DialAsync(request, caller.Token);
        await slow.Dialling.Task;
        if (isCancelled)
            await caller.CancelAsync();

        var result = await dialling;
        (result.Status, result.IsCancellationIgnored, slow.WasCancelled).Should().Be((status, isCancelled, true));
    }

    [Fact]
    [Requirement("PROV-45")]
    public async Task A_listener_that_says_nothing_to_a_cancellation_leaves_the_call_in_doubt()
    {
        await using var desk = new TelephonyDesk();
        var cancelled = new TaskCompletionSource();
        desk.Impersonate(async stream =>
        {
            _ = await ListenerFrame.ReadAsync(stream, CancellationToken.None);
            await stream.WriteAsync(Received);
            if ((await ListenerFrame.ReadAsync(stream, CancellationToken.None)).Frame is { Kind: ListenerFrameKind.Cancel })
                cancelled.SetResult();

            _ = await stream.ReadAsync(new byte[1]);
        });
        using var caller = new CancellationTokenSource(200);

        var result = await desk.Client(Hasty).DialAsync(TelephonyDesk.Request, caller.Token);

        (result.Status, result.Reason, cancelled.Task.IsCompleted).Should().Be((DialStatus.Ambiguous, DialReason.Cancelled, true));
    }

    [Fact]
    [Requirement("PROV-46")]
    public async Task A_listener_that_ends_in_a_call_leaves_one_end_that_says_so_and_the_call_up()
    {
        await using var desk = new TelephonyDesk();
        var listener = await desk.StartAsync();
        var client = desk.Client();
        var request = TelephonyDesk.Request;
        await client.DialAsync(request);
        var reading = TelephonyDesk.ReadAsync(client, request.CallId);

        await listener.DisposeAsync();

        var events = await reading;
        events.Select(static news => news.State).Should().Equal(CallState.Dispatching, CallState.Ended);
        events[1].Should().BeEquivalentTo(new { EndReason = CallEndReason.Unknown, NativeText = DialMessages.ListenerLost, Sequence = 2L });
        (desk.Phone.Events.LiveCalls, (await client.HangUpAsync(request.CallId))).Should().Be((1, HangUpStatus.Unknown));
    }

    [Fact]
    [Requirement("PROV-46")]
    public async Task A_client_that_ends_leaves_its_calls_up_and_its_place_free()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync(null, new() { MaxCalls = 1 });
        var client = desk.Client();
        await client.DialAsync(TelephonyDesk.Request);

        await client.DisposeAsync();
        await Task.Delay(200);

        (await desk.Client().DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted);
        desk.Phone.Events.LiveCalls.Should().Be(2);
        await client.Awaiting(static it => it.DialAsync(TelephonyDesk.Request)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    [Requirement("PROV-53")]
    public async Task A_listener_does_not_start_over_a_telephone_that_is_itself()
    {
        await using var desk = new TelephonyDesk();
        var own = desk.Client();
        var other = desk.Client(new("other"));
        var pipelines = new[]
        {
            own,
            new TelephonyProviderBuilder(own).UseDefaults().Build(),
            new TelephonyProviderBuilder().Add("a", other).Add("b", own).AddFallback("both", "a", "b").To("both").UseDefaults().Build(),
            new TelephonyProviderBuilder().Add("a", other).Add("b", own).AddRoutes("all", static routes => routes.ForLocal("a").Otherwise("b")).To("all").Build(),
        };
        foreach (var pipeline in pipelines)
            await desk.Awaiting(it => it.StartAsync(pipeline)).Should().ThrowAsync<ArgumentException>().WithMessage("*'phone'*itself*");

        await desk.StartAsync(new TelephonyProviderBuilder(other).UseDefaults().Build());
    }

    [Fact]
    [Requirement("PROV-53")]
    public async Task What_goes_in_circles_ends_at_the_third_process()
    {
        await using var desk = new TelephonyDesk();
        var dials = 0;
        var client = desk.Client();

        // A listener whose telephone is itself, behind a provider that does not say so.
        await desk.StartAsync(new Hidden(request =>
        {
            Interlocked.Increment(ref dials);
            return client.DialAsync(new DialRequest(request.Target));
        }));

        var result = await client.DialAsync(TelephonyDesk.Request);

        (result.Status, result.Reason, dials).Should().Be((DialStatus.NotDispatched, DialReason.Loop, 2));
    }

    [Fact]
    [Requirement("PROV-53")]
    public async Task A_link_that_is_opened_for_another_process_counts_along()
    {
        await using var desk = new TelephonyDesk();
        var counts = new List<int>();
        await desk.StartAsync(new Hidden(request =>
        {
            counts.Add(HopCount.Of("1"));
            counts.Add(HopCount.Of("2"));
            return Task.FromResult(new DialResult(DialStatus.HandedOff, request.CallId));
        }));

        await desk.Client().DialAsync(TelephonyDesk.Request);

        counts.Should().Equal(1, 2);
        HopCount.Current.Should().Be(0, "what a listener received is not this code's");
    }

    [Fact]
    [Requirement("PROV-54")]
    public async Task Another_users_process_is_turned_away_on_both_sides()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        var (mine, channel) = (desk.Environment.UserId, desk.Channel);
        await using var client = new LocalListenerTelephonyProvider(new(TelephonyDesk.Listener), TimeProvider.System, () => channel);
        desk.Environment.UserId = mine + 1; // To each of both, the other is somebody else.

        var result = await client.DialAsync(TelephonyDesk.Request);
        await using (var stream = desk.Connect())
            (await stream.ReadAsync(new byte[1])).Should().Be(0, "the listener hangs up on others");

        desk.Environment.UserId = mine;
        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.RefusedByBackEnd));
        result.Message.Should().Contain("another user");
        (await client.DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted);
    }

    /// <summary>Serves one connection without a socket.</summary>
    private sealed class ListenerSessionDesk(ITelephonyProvider phone) : IAsyncDisposable
    {
        private readonly SemaphoreSlim _calls = new(1);

        public Task ServeAsync(Stream stream) => new ListenerSession(phone, new(), _calls).ServeAsync(stream, CancellationToken.None);

        public ValueTask DisposeAsync()
        {
            _calls.Dispose();
            return default;
        }
    }

    /// <summary>A client that has sent its order and died.</summary>
    private sealed class GoneStream(byte[] order) : MemoryStream(order)
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("nobody is there");
    }

    private sealed class Hidden(Func<DialRequest, Task<DialResult>> dial) : ITelephonyProvider
    {
        public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default) => dial(request);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;
    }

    /// <summary>Has dispatched the call, and answers when it is cancelled.</summary>
    private sealed class SlowTelephone(DialStatus status) : ITelephonyProvider
    {
        public TaskCompletionSource Dialling { get; } = new();

        public bool WasCancelled { get; private set; }

        public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
        {
            request.MarkDispatching();
            Dialling.TrySetResult();
            await Task.Delay(10_000, cancellationToken).ContinueWith(_ => WasCancelled = cancellationToken.IsCancellationRequested, TaskScheduler.Default);
            return new(status, request.CallId);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;
    }
}
