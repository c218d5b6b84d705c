using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>The client of the host: used as it is given, and believed as far as what it does can be seen.</summary>
public sealed class HttpClientTests
{
    [Fact]
    [Requirement("PROV-28")]
    public async Task A_client_of_the_hosts_carries_what_the_host_put_into_it_and_is_not_disposed()
    {
        using var server = new PlainServer(PlainServer.Answer(202));
        using var client = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer secret" } } };
        var provider = new HttpTemplateTelephonyProvider(new(server.Origin + "/%p"), () => client, null);

        (await provider.DialAsync(Request())).Status.Should().Be(DialStatus.Accepted);
        provider.Dispose();

        server.Requests.Single().Should().Contain("Authorization: Bearer secret\r\n");
        (await client.GetAsync(new Uri(server.Origin))).StatusCode.Should().Be(HttpStatusCode.Accepted);
    }

#if !NETSTANDARD_BUILD
    /// <summary>A listener to all sources is what a host with tracing has; a client of the host's own tells it what the host wants.</summary>
    [Fact]
    [Requirement("PROV-30")]
    public async Task The_own_client_tells_no_trace_of_where_a_request_goes()
    {
        var told = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        using var server = new PlainServer(PlainServer.Answer(200));
        using var client = new HttpClient();
        var path = $"{server.Origin}/%p/{Guid.NewGuid():N}";

        await new TelephonyProviderBuilder(new HttpTemplateTelephonyProvider(new(path), () => client, null)).UseTelemetry().Build().DialAsync(Request());
        told.Should().Contain(text => text.Contains(server.Origin, StringComparison.Ordinal), "the runtime would tell it");
        told.Clear();
        await new TelephonyProviderBuilder(new HttpTemplateTelephonyProvider(new(path))).UseTelemetry().Build().DialAsync(Request());

        told.Should().Contain(static text => text.StartsWith(PhoneLinkDiagnostics.ProviderActivity, StringComparison.Ordinal)).And.NotContain(text => text.Contains(server.Origin, StringComparison.Ordinal));
        server.Requests.Should().HaveCount(2).And.OnlyContain(static request => !request.StartsWith("GET", StringComparison.Ordinal));
        server.Requests[1].Should().NotContain("traceparent");
    }
#endif

    /// <summary>A layer that tries again is the host's own doing; its last answer is then no proof that there is no call.</summary>
    [Theory]
    [Requirement("PROV-28")]
    [InlineData(404, DialStatus.Ambiguous)]
    [InlineData(429, DialStatus.Ambiguous)]
    [InlineData(409, DialStatus.Duplicate)]
    [InlineData(200, DialStatus.Accepted)]
    public async Task What_was_tried_again_is_not_taken_for_a_proof(int last, DialStatus status)
    {
        using var server = new PlainServer(PlainServer.Answer(500), PlainServer.Answer(last));
        using var client = new HttpMessageInvoker(new Retrying { InnerHandler = new SocketsHttpHandler() });
        using var provider = new HttpTemplateTelephonyProvider(new(server.Origin + "/%p"), () => client, null);

        var result = await new TelephonyProviderBuilder(provider).Build().DialAsync(Request());

        result.Status.Should().Be(status);
        server.Requests.Should().HaveCount(2, "the host gave this client itself");
        await DialWithOwnAsync(server);
        server.Requests.Should().HaveCount(3, "the provider's own client sends once");
    }

    /// <summary>A layer that signs or logs the body reads it into memory, from where it is sent again without being taken.</summary>
    [Fact]
    [Requirement("PROV-28")]
    public async Task What_could_be_tried_again_unseen_is_not_taken_for_a_proof()
    {
        using var server = new PlainServer(PlainServer.Answer(500), PlainServer.Answer(404));
        using var client = new HttpClient(new Retrying(keeps: true) { InnerHandler = new SocketsHttpHandler() });
        using var provider = new HttpTemplateTelephonyProvider(new(server.Origin + "/%p") { Body = "to=%p" }, () => client, null);

        (await provider.DialAsync(Request())).Status.Should().Be(DialStatus.Ambiguous);

        server.Requests.Should().HaveCount(2).And.OnlyContain(static request => request.EndsWith("to=%2B4722517000", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("PROV-28")]
    public async Task Nobody_there_any_more_is_no_proof_behind_a_first_attempt()
    {
        using var client = new HttpMessageInvoker(new Vanishing());
        using var provider = new HttpTemplateTelephonyProvider(new("http://127.0.0.1:1/%p"), () => client, null);
        var request = Request();

        (await provider.DialAsync(request)).Status.Should().Be(DialStatus.Ambiguous);
        request.IsDispatching.Should().BeTrue();
    }

    public static TheoryData<Exception> Failures => new() { new InvalidOperationException("+4722517000"), new ObjectDisposedException("+4722517000"), new ArgumentException("+4722517000"), new HttpRequestException("+4722517000") };

    [Theory]
    [Requirement("PROV-23")]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_client_throws_is_a_result_that_proves_nothing(Exception failure)
    {
        using var client = new HttpMessageInvoker(new Failing(failure));
        using var provider = new HttpTemplateTelephonyProvider(new("http://127.0.0.1:1/%p"), () => client, null);

        var result = await provider.DialAsync(Request());

        result.Status.Should().Be(DialStatus.Ambiguous);
        result.Message.Should().NotContain("22517000");
    }

    [Fact]
    [Requirement("PROV-28")]
    public async Task Without_a_client_nothing_was_sent()
    {
        using var provider = new HttpTemplateTelephonyProvider(new("http://127.0.0.1:1/%p"), static () => throw new InvalidOperationException("+4722517000"), null);
        using var none = new HttpTemplateTelephonyProvider(new("http://127.0.0.1:1/%p"), static () => null!, null);

        foreach (var result in new[] { await provider.DialAsync(Request()), await none.DialAsync(Request()) })
            (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.NotConfigured));
    }

    [Fact]
    [Requirement("PROV-29")]
    public async Task A_dry_run_and_what_it_cannot_do_send_nothing()
    {
        using var server = new PlainServer(PlainServer.Answer(200));
        using var provider = new HttpTemplateTelephonyProvider(new(server.Origin + "/%p"));

        var dry = await provider.DialAsync(Request() with { DryRun = true });
        var prefill = await provider.DialAsync(Request() with { Mode = DialMode.Prefill });
        var nobody = await provider.DialAsync(new DialRequest(TelephonyUri.Parse("callto:alice")));
        var tooLong = await provider.DialAsync(new DialRequest(PhoneNumber.Parse("1" + new string('2', 40))) { Subject = new() { Person = new() { Name = new('a', 4000) } } });

        (dry.Status, dry.Message).Should().Be((DialStatus.DryRun, $"A POST request would be sent to '{server.Origin}'."));
        (prefill.Status, prefill.Reason).Should().Be((DialStatus.NotDispatched, DialReason.ModeNotSupported));
        (nobody.Status, nobody.Reason).Should().Be((DialStatus.Invalid, DialReason.NoNumber));
        tooLong.Status.Should().Be(DialStatus.Accepted, "the name has no hole");
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    [Requirement("PROV-29")]
    public async Task The_provider_says_what_it_can_and_ends_when_it_is_disposed()
    {
        var provider = new HttpTemplateTelephonyProvider(new("https://pbx.example.com/%p"));
        provider.GetService<TelephonyCapabilities>().Should().Be(new TelephonyCapabilities { Knowledge = CallKnowledge.Acceptance, IsRemote = true });
        using var desk = new HttpTemplateTelephonyProvider(new("https://phone.example.com/%p") { IsRemote = false, IsIdempotent = true });
        desk.GetService<TelephonyCapabilities>().Should().Be(new TelephonyCapabilities { Knowledge = CallKnowledge.Acceptance, IsIdempotent = true });
        provider.GetService<HttpTemplateTelephonyProvider>().Should().BeSameAs(provider);
        provider.GetService<string>().Should().BeNull();
        provider.GetService<TelephonyCapabilities>("key").Should().BeNull();

        provider.Dispose();

        await FluentActions.Awaiting(() => provider.DialAsync(Request())).Should().ThrowAsync<ObjectDisposedException>();
    }

    private static DialRequest Request() => new(PhoneNumber.Parse("+47 22 51 70 00"));

    private static async Task<DialResult> DialWithOwnAsync(PlainServer server)
    {
        using var provider = new HttpTemplateTelephonyProvider(new(server.Origin + "/%p"));
        return await provider.DialAsync(Request());
    }

    private sealed class Retrying(bool keeps = false) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (keeps)
                await request.Content!.LoadIntoBufferAsync(cancellationToken);

            using var first = await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Sends once, and finds nobody there when it tries again.</summary>
    private sealed class Vanishing : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            throw new HttpRequestException(HttpRequestError.ConnectionError, inner: new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused));
        }
    }

    private sealed class Failing(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw failure;
    }
}
