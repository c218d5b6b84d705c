namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>What an answer, or its absence, proves, over real connections: one request for a call, whatever comes back.</summary>
public sealed class HttpAnswerTests
{
    private readonly ManualTimeProvider _time = new();

    public static TheoryData<int, DialStatus, DialReason> Answers => new()
    {
        { 200, DialStatus.Accepted, DialReason.None },
        { 201, DialStatus.Accepted, DialReason.None },
        { 202, DialStatus.Accepted, DialReason.None },
        { 204, DialStatus.Accepted, DialReason.None },
        { 301, DialStatus.Ambiguous, DialReason.Undecidable },
        { 302, DialStatus.Ambiguous, DialReason.Undecidable },
        { 304, DialStatus.Ambiguous, DialReason.Undecidable },
        { 307, DialStatus.Ambiguous, DialReason.Undecidable },
        { 308, DialStatus.Ambiguous, DialReason.Undecidable },
        { 400, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 401, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 403, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 404, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 405, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 408, DialStatus.Ambiguous, DialReason.TimedOut },
        { 409, DialStatus.Duplicate, DialReason.Repeated },
        { 410, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 422, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 429, DialStatus.NotDispatched, DialReason.TooManyCalls },
        { 499, DialStatus.NotDispatched, DialReason.RefusedByBackEnd },
        { 500, DialStatus.Ambiguous, DialReason.Undecidable },
        { 502, DialStatus.Ambiguous, DialReason.Undecidable },
        { 503, DialStatus.Ambiguous, DialReason.Undecidable },
        { 504, DialStatus.Ambiguous, DialReason.Undecidable },
        { 600, DialStatus.Ambiguous, DialReason.Undecidable },
    };

    [Theory]
    [Requirement("PROV-20")]
    [Requirement("PROV-21")]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_judged_by_its_status_and_asked_for_once(int code, DialStatus status, DialReason reason)
    {
        using var server = new PlainServer(PlainServer.Answer(code, "Location: /elsewhere\r\n"));
        var request = Request();

        var result = await DialAsync(server, request);

        (result.Status, result.Reason, result.NativeCode, result.CallId).Should().Be((status, reason, code, request.CallId));
        (result.OriginalCallId, result.RetryAfter).Should().Be((status is DialStatus.Duplicate ? request.CallId : null, null));
        request.IsDispatching.Should().Be(result.CallMayExist);
        (await CountAsync(server)).Should().Be(1);
    }

    [Theory]
    [Requirement("PROV-21")]
    [InlineData(429, "Retry-After: 30\r\n", 30)]
    [InlineData(429, "Retry-After: Thu, 01 Jan 1970 00:01:00 GMT\r\n", 60)]
    [InlineData(429, "Retry-After: Wed, 01 Jan 1969 00:01:00 GMT\r\n", 0)]
    [InlineData(429, "Retry-After: soon\r\n", null)]
    [InlineData(503, "Retry-After: 30\r\n", null)]
    public async Task Too_many_calls_says_when_to_try_again(int code, string header, int? seconds)
    {
        using var server = new PlainServer(PlainServer.Answer(code, header));

        (await DialAsync(server, Request())).RetryAfter.Should().Be(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
    }

    [Theory]
    [Requirement("PROV-20")]
    [Requirement("PROV-23")]
    [InlineData(PlainServer.Reset, "POST")]
    [InlineData(PlainServer.Close, "POST")]
    [InlineData("no HTTP\r\n\r\n", "POST")]
    [InlineData(PlainServer.Reset, "GET")]
    [InlineData(PlainServer.Close, "GET")]
    public async Task What_arrived_and_was_not_answered_is_in_doubt(string answer, string method)
    {
        using var server = new PlainServer(answer);
        var request = Request();

        var result = await DialAsync(server, request, method);

        (result.Status, result.Reason, result.NativeCode).Should().Be((DialStatus.Ambiguous, DialReason.Undecidable, null));
        request.IsDispatching.Should().BeTrue();
        (await CountAsync(server)).Should().Be(1);
    }

    /// <summary>A client that keeps connections sends again by itself when a kept one was closed, although the request may have arrived.</summary>
    [Theory]
    [Requirement("PROV-20")]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_connection_that_was_good_once_does_not_make_two_calls_of_one(string method)
    {
        using var server = new PlainServer(PlainServer.Answer(200), PlainServer.Close);
        using var provider = Provider(server, method);

        (await provider.DialAsync(Request())).Status.Should().Be(DialStatus.Accepted);
        (await provider.DialAsync(Request())).Status.Should().Be(DialStatus.Ambiguous);
        (await CountAsync(server)).Should().Be(2);
    }

    [Theory]
    [Requirement("PROV-20")]
    [Requirement("PROV-23")]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task Silence_is_waited_for_as_long_as_the_request_says(string method)
    {
        using var server = new PlainServer(PlainServer.Silence);
        var request = Request() with { AcceptTimeout = TimeSpan.FromSeconds(4) };

        var dial = DialAsync(server, request, method);
        await server.ArrivedAsync();
        _time.Advance(TimeSpan.FromSeconds(3.9));
        await Task.Delay(50);
        dial.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));
        var result = await dial;

        (result.Status, result.Reason, result.IsCancellationIgnored).Should().Be((DialStatus.Ambiguous, DialReason.TimedOut, false));
        (await CountAsync(server)).Should().Be(1);
    }

    [Fact]
    [Requirement("PROV-23")]
    public async Task Cancelling_after_the_request_was_written_gives_a_result()
    {
        using var server = new PlainServer(PlainServer.Silence);
        using var cancel = new CancellationTokenSource();
        using var provider = Provider(server);
        var request = Request();

        var dial = provider.DialAsync(request, cancel.Token);
        await server.ArrivedAsync();
        await cancel.CancelAsync();
        var result = await dial;

        (result.Status, result.Reason, result.IsCancellationIgnored).Should().Be((DialStatus.Ambiguous, DialReason.Cancelled, true));
        request.IsDispatching.Should().BeTrue();
    }

    [Fact]
    [Requirement("PROV-29")]
    public async Task Cancelled_before_nothing_is_sent()
    {
        using var server = new PlainServer(PlainServer.Answer(200));
        using var provider = Provider(server);

        await FluentActions.Awaiting(() => provider.DialAsync(Request(), new(true))).Should().ThrowAsync<OperationCanceledException>();

        (await CountAsync(server)).Should().Be(0);
    }

    [Theory]
    [Requirement("PROV-22")]
    [InlineData("https://nosuch.invalid/call", "POST")]
    [InlineData("http://127.0.0.1:1/call", "POST")]
    [InlineData("http://127.0.0.1:1/call", "GET")]
    public async Task Nobody_there_is_proved_and_not_doubted(string url, string method)
    {
        using var provider = new HttpTemplateTelephonyProvider(new(url + "?to=%p") { Method = new(method) }, null, _time);
        var request = Request();

        var result = await new TelephonyProviderBuilder(provider).Build().DialAsync(request);

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.Unreachable));
        request.IsDispatching.Should().BeFalse();
    }

    [Fact]
    [Requirement("PROV-22")]
    [Requirement("PROV-27")]
    public async Task A_certificate_that_nobody_vouches_for_ends_the_call_before_the_number_leaves()
    {
        using var server = new PlainServer(isSecure: true, PlainServer.Answer(200));

        var result = await DialAsync(server, Request());

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.Unreachable));
        (await CountAsync(server)).Should().Be(0);
    }

    /// <summary>A server that takes connections and never speaks: whether the own client has sent anything is known on .NET alone.</summary>
    [Fact]
    [Requirement("PROV-22")]
    public async Task A_time_out_before_the_request_is_proved_where_the_client_lets_it_be_seen()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var provider = new HttpTemplateTelephonyProvider(new($"https://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}/%p"), null, _time);
        using var cancel = new CancellationTokenSource();

        var late = provider.DialAsync(Request());
        using var first = await listener.AcceptTcpClientAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        var result = await late;
        var cancelled = provider.DialAsync(Request(), cancel.Token);
        using var second = await listener.AcceptTcpClientAsync();
        await cancel.CancelAsync();

#if NETSTANDARD_BUILD
        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, DialReason.TimedOut));
        (await cancelled).Reason.Should().Be(DialReason.Cancelled);
#else
        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.Unreachable));
        await FluentActions.Awaiting(() => cancelled).Should().ThrowAsync<OperationCanceledException>();
#endif
    }

    [Fact]
    [Requirement("PROV-27")]
    public async Task What_the_answer_says_is_neither_read_nor_told()
    {
        // A body that never ends: who reads it waits for ever.
        using var server = new PlainServer("HTTP/1.1 200 +4722517000\r\nContent-Length: 2000000000\r\nX-Number: +4722517000\r\n\r\n+4722517000");
        using var client = new HttpClient();

        foreach (var provider in new[] { Provider(server), new(new(server.Origin + "/%p"), () => client, null) })
        {
            var result = await provider.DialAsync(Request()).WaitAsync(TimeSpan.FromSeconds(20));

            result.Status.Should().Be(DialStatus.Accepted);
            $"{result} {result.Message}".Should().NotContain("22517000");
            provider.Dispose();
        }
    }

    private static DialRequest Request() => new(PhoneNumber.Parse("+47 22 51 70 00"));

    private HttpTemplateTelephonyProvider Provider(PlainServer server, string method = "POST") => new(new(server.Origin + "/call?to=%p") { Method = new(method) }, null, _time);

    private async Task<DialResult> DialAsync(PlainServer server, DialRequest request, string method = "POST")
    {
        using var provider = Provider(server, method);
        return await new TelephonyProviderBuilder(provider).Build().DialAsync(request);
    }

    /// <summary>How many requests have come, and come a little later.</summary>
    private static async Task<int> CountAsync(PlainServer server)
    {
        await Task.Delay(100);
        return server.Requests.Count;
    }
}
