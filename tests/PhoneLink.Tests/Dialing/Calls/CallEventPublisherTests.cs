namespace PhoneLink.Tests.Dialing.Calls;

public sealed class CallEventPublisherTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly CallEventPublisher _publisher = new(new ManualTimeProvider());

    public void Dispose() => _publisher.Dispose();

    [Fact]
    [Requirement("EVT-1")]
    public async Task Events_are_numbered_without_gaps_and_the_stream_ends_with_the_call()
    {
        var (call, other) = (CallId.New(), CallId.New());
        _publisher.Publish(new(call, CallState.Dispatching));
        var reading = ReadAsync(call);
        _publisher.Publish(new(other, CallState.Alerting));
        _publisher.Publish(new(call, CallState.Alerting) { ProviderCallId = "7" });
        _publisher.Publish(new(call, CallState.Connected));
        _publisher.Publish(new(call, CallState.Ended) { EndReason = CallEndReason.Completed });

        var seen = await reading;

        seen.Select(static news => news.State).Should().Equal(CallState.Dispatching, CallState.Alerting, CallState.Connected, CallState.Ended);
        seen.Select(static news => news.Sequence).Should().Equal(1, 2, 3, 4);
        seen.Select(static news => news.IsSnapshot).Should().Equal(true, false, false, false);
        seen.Should().OnlyContain(news => news.CallId == call);
        seen[3].ProviderCallId.Should().Be("7", "what the back end called it once is known from then on");
    }

    [Fact]
    [Requirement("EVT-2")]
    public void One_end_and_nothing_behind_it()
    {
        var call = CallId.New();

        _publisher.Publish(new(call, CallState.Ended)).Should().BeTrue();

        _publisher.Publish(new(call, CallState.Ended) { EndReason = CallEndReason.Busy }).Should().BeFalse();
        _publisher.Publish(new(call, CallState.Connected)).Should().BeFalse();
        _publisher.Find(call).Should().Match<CallEvent>(static news => news.EndReason == CallEndReason.Unknown && news.Sequence == 1);
        _publisher.LiveCalls.Should().Be(0);
    }

    [Theory]
    [Requirement("EVT-2")]
    [InlineData(CallState.Alerting, CallState.Proceeding, false)]
    [InlineData(CallState.Alerting, CallState.Alerting, false)]
    [InlineData(CallState.Connected, CallState.Alerting, false)]
    [InlineData(CallState.Connected, CallState.Held, true)]
    [InlineData(CallState.Held, CallState.Connected, true)]
    [InlineData(CallState.Held, CallState.Alerting, false)]
    [InlineData(CallState.Dispatching, CallState.Ended, true)]
    [InlineData(CallState.DeviceAlerting, CallState.Connected, true)]
    public void A_call_does_not_go_back(CallState before, CallState next, bool isNews)
    {
        var call = CallId.New();
        _publisher.Publish(new(call, before));

        _publisher.Publish(new(call, next)).Should().Be(isNews);
    }

    [Fact]
    [Requirement("EVT-3")]
    public async Task A_late_reader_gets_what_is_under_way_and_the_end_of_a_call_that_is_over()
    {
        var (live, over) = (CallId.New(), CallId.New());
        _publisher.Publish(new(live, CallState.Alerting));
        _publisher.Publish(new(over, CallState.Ended) { EndReason = CallEndReason.Busy, NativeCode = 486 });

        var seen = await ReadAsync(over);
        await using var all = _publisher.ReadAllAsync().GetAsyncEnumerator();
        await all.MoveNextAsync();

        seen.Should().ContainSingle().Which.Should().Match<CallEvent>(static news => news.IsSnapshot && news.EndReason == CallEndReason.Busy && news.NativeCode == 486);
        all.Current.CallId.Should().Be(live);
        (await ReadAsync(CallId.New())).Should().BeEmpty("nobody knows that call");
    }

    [Fact]
    [Requirement("EVT-4")]
    public async Task A_slow_reader_loses_progress_and_is_told_but_no_end()
    {
        const int Calls = 1_000;
        const int Between = 100;
        await using var reader = _publisher.ReadAllAsync().GetAsyncEnumerator();
        var first = reader.MoveNextAsync();
        for (var i = 0; i < Calls; i++)
        {
            var call = CallId.New();
            for (var n = 0; n < Between - 1; n++)
                _publisher.Publish(new(call, CallState.Connected + (n % 2 * ((int)CallState.Held - (int)CallState.Connected))));

            _publisher.Publish(new(call, CallState.Ended));
        }

        _publisher.Dispose();
        var (ended, read, missed) = (0, 0, 0);
        for (var more = await first; more; more = await reader.MoveNextAsync())
        {
            read++;
            missed += reader.Current.Missed;
            ended += reader.Current.State is CallState.Ended ? 1 : 0;
        }

        ended.Should().Be(Calls);
        (read + missed).Should().Be(Calls * Between);
        read.Should().BeLessThanOrEqualTo(Calls + CallEventQueue.Capacity + 1);
    }

    [Fact]
    [Requirement("EVT-5")]
    public async Task A_reader_holds_nobody_who_publishes_and_may_publish_itself()
    {
        var (call, other) = (CallId.New(), CallId.New());
        _publisher.Publish(new(call, CallState.Dispatching));

        async Task ActAsync()
        {
            await foreach (var news in _publisher.ReadAllAsync(call))
            {
                _publisher.Publish(new(other, CallState.Ended));
                _publisher.Publish(new(call, CallState.Ended));
            }
        }

        (await Task.WhenAny(ActAsync(), Task.Delay(Limit))).IsCompletedSuccessfully.Should().BeTrue();
        _publisher.Find(other)!.State.Should().Be(CallState.Ended);
    }

    [Fact]
    [Requirement("EVT-6")]
    public async Task Disposing_ends_the_streams_and_cancelling_ends_one()
    {
        _publisher.Publish(new(CallId.New(), CallState.Connected));
        var reading = ReadAsync(null);
        using var stop = new CancellationTokenSource();
        var cancelled = ReadAsync(null, stop.Token);

        await stop.CancelAsync();
        await cancelled.Invoking(static task => task).Should().ThrowAsync<OperationCanceledException>();
        _publisher.Dispose();

        (await reading).Should().ContainSingle("the call stays up").Which.State.Should().Be(CallState.Connected);
        _publisher.Publish(new(CallId.New(), CallState.Connected)).Should().BeFalse();
    }

    [Fact]
    [Requirement("EVT-7")]
    public async Task Writers_at_once_leave_no_gap()
    {
        var call = CallId.New();
        _publisher.Publish(new(call, CallState.Connected));
        var reading = ReadAsync(call);
        Parallel.For(0, 200, i => _publisher.Publish(new(call, i % 2 == 0 ? CallState.Held : CallState.Connected)));
        _publisher.Publish(new(call, CallState.Ended));

        var sequences = (await reading).Select(static news => news.Sequence).ToList();

        sequences.Should().Equal(Enumerable.Range(1, sequences.Count).Select(static n => (long)n));
    }

    [Theory]
    [Requirement("EVT-8")]
    [InlineData(486, CallLeg.Remote, CallEndReason.Busy)]
    [InlineData(600, CallLeg.Remote, CallEndReason.Busy)]
    [InlineData(603, CallLeg.Remote, CallEndReason.Declined)]
    [InlineData(404, CallLeg.Remote, CallEndReason.InvalidNumber)]
    [InlineData(484, CallLeg.Remote, CallEndReason.InvalidNumber)]
    [InlineData(408, CallLeg.Remote, CallEndReason.NoAnswer)]
    [InlineData(480, CallLeg.Remote, CallEndReason.NoAnswer)]
    [InlineData(487, CallLeg.Remote, CallEndReason.Cancelled)]
    [InlineData(488, CallLeg.Remote, CallEndReason.MediaFailure)]
    [InlineData(503, CallLeg.Remote, CallEndReason.Congestion)]
    [InlineData(403, CallLeg.Remote, CallEndReason.NotPermitted)]
    [InlineData(486, CallLeg.Device, CallEndReason.DeviceDeclined)]
    [InlineData(603, CallLeg.Device, CallEndReason.DeviceDeclined)]
    [InlineData(480, CallLeg.Device, CallEndReason.DeviceNoAnswer)]
    [InlineData(404, CallLeg.Device, CallEndReason.DeviceUnavailable)]
    [InlineData(499, CallLeg.Remote, CallEndReason.Unknown)]
    [InlineData(500, CallLeg.Device, CallEndReason.Unknown)]
    public void A_sip_status_has_its_reason_and_an_unknown_one_none(int status, CallLeg leg, CallEndReason reason) =>
        CallEndReasons.FromSip(status, leg).Should().Be(reason);

    /// <summary>Starts to read at once: an asynchronous method runs up to its first wait.</summary>
    private async Task<List<CallEvent>> ReadAsync(CallId? call, CancellationToken cancellationToken = default)
    {
        var seen = new List<CallEvent>();
        await foreach (var news in _publisher.ReadAllAsync(call, cancellationToken))
            seen.Add(news);

        return seen;
    }
}
