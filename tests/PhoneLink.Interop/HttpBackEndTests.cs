using System.Net;
using Microsoft.AspNetCore.Http;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>Calls by HTTP against a real web server that misbehaves: what arrives is counted there.</summary>
public sealed class HttpBackEndTests
{
    private static readonly Dictionary<string, RequestDelegate> Behaviours = new(StringComparer.Ordinal)
    {
        ["accepts"] = CallBackEnd.Status(202),
        ["resets, body unread"] = CallBackEnd.ResetUnread,
        ["resets, body read"] = CallBackEnd.ResetAfterBody,
        ["fails"] = CallBackEnd.Status(500),
        ["throws"] = static _ => throw new InvalidOperationException("The back end's own fault."),
        ["has it already"] = CallBackEnd.Status(409),
        ["has too many"] = CallBackEnd.Status(429, "Retry-After", "30"),
        ["redirects by 307"] = CallBackEnd.Status(307, "Location", "/elsewhere"),
        ["redirects by 308"] = CallBackEnd.Status(308, "Location", "/elsewhere"),
    };

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [Requirement("PROV-20")]
    [Requirement("PROV-21")]
    [Requirement("PROV-23")]
    [Requirement("PROV-27")]
    [InlineData("accepts", DialStatus.Accepted, DialReason.None)]
    [InlineData("resets, body unread", DialStatus.Ambiguous, DialReason.Undecidable)]
    [InlineData("resets, body read", DialStatus.Ambiguous, DialReason.Undecidable)]
    [InlineData("fails", DialStatus.Ambiguous, DialReason.Undecidable)]
    [InlineData("throws", DialStatus.Ambiguous, DialReason.Undecidable)]
    [InlineData("has it already", DialStatus.Duplicate, DialReason.Repeated)]
    [InlineData("has too many", DialStatus.NotDispatched, DialReason.TooManyCalls)]
    [InlineData("redirects by 307", DialStatus.Ambiguous, DialReason.Undecidable)]
    [InlineData("redirects by 308", DialStatus.Ambiguous, DialReason.Undecidable)]
    public async Task Whatever_the_back_end_does_one_post_arrives(string behaviour, DialStatus status, DialReason reason)
    {
        await using var backEnd = await CallBackEnd.StartAsync(Behaviours[behaviour]);
        using var own = Provider(backEnd);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var hosts = Provider(backEnd, client);

        foreach (var provider in new[] { own, hosts })
        {
            var request = Request();
            var before = backEnd.Arrived.Count;

            var result = await new TelephonyProviderBuilder(provider).Build().DialAsync(request);

            (result.Status, result.Reason).Should().Be((status, reason));
            result.RetryAfter.Should().Be(reason is DialReason.TooManyCalls ? TimeSpan.FromSeconds(30) : null);
            await LaterAsync();
            backEnd.Arrived.Skip(before).Should().Equal([$"POST /calls {request.CallId}"]);
        }
    }

    [Theory]
    [Requirement("PROV-20")]
    [Requirement("PROV-23")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_back_end_that_hangs_has_one_post_when_the_time_is_over(bool isCancelled)
    {
        await using var backEnd = await CallBackEnd.StartAsync(CallBackEnd.Hang);
        using var provider = Provider(backEnd);
        using var cancel = new CancellationTokenSource();

        var dial = provider.DialAsync(Request(), cancel.Token);
        await backEnd.ArrivedAsync();
        if (isCancelled)
            await cancel.CancelAsync();
        else
            _time.Advance(TimeSpan.FromSeconds(10));

        var result = await dial;

        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, isCancelled ? DialReason.Cancelled : DialReason.TimedOut));
        await LaterAsync();
        backEnd.Arrived.Should().ContainSingle();
    }

    /// <summary>Only the second request is not answered, over the connection that the first one left open.</summary>
    [Theory]
    [Requirement("PROV-20")]
    [InlineData("resets, body unread")]
    [InlineData("resets, body read")]
    public async Task A_kept_connection_that_ends_under_a_post_carries_it_once(string behaviour)
    {
        var count = 0;
        var connections = new HashSet<string>();
        await using var backEnd = await CallBackEnd.StartAsync(context =>
        {
            connections.Add(context.Connection.Id);
            return Interlocked.Increment(ref count) == 1 ? Behaviours["accepts"](context) : Behaviours[behaviour](context);
        });
        using var client = new HttpClient();
        using var provider = Provider(backEnd, client);

        (await provider.DialAsync(Request())).Status.Should().Be(DialStatus.Accepted);
        (await provider.DialAsync(Request())).Status.Should().Be(DialStatus.Ambiguous);

        await LaterAsync();
        backEnd.Arrived.Should().HaveCount(2);
        connections.Should().ContainSingle("the client kept it");
    }

    /// <summary>Whether the client sees the end before it sends or behind it is chance; what it says must be true.</summary>
    [Theory]
    [Requirement("PROV-20")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kept_connection_that_ends_just_before_a_post_makes_no_two_of_it(bool isHosts)
    {
        await using var backEnd = await CallBackEnd.StartAsync(CallBackEnd.Status(202));
        using var client = new HttpClient();
        using var provider = Provider(backEnd, isHosts ? client : null);
        var results = new Dictionary<string, DialStatus>();
        for (var i = 0; i < 200; i++)
        {
            var closing = Task.Run(backEnd.CloseConnections);
            var request = Request();
            results.Add($"POST /calls {request.CallId}", (await new TelephonyProviderBuilder(provider).Build().DialAsync(request)).Status);
            await closing;
        }

        await LaterAsync();
        backEnd.Arrived.Should().OnlyHaveUniqueItems().And.BeSubsetOf(results.Keys);
        results.Values.Should().BeSubsetOf([DialStatus.Accepted, DialStatus.Ambiguous]);
        backEnd.Arrived.Should().Contain(results.Where(static result => result.Value is DialStatus.Accepted).Select(static result => result.Key));
    }

    /// <summary>What a client of the host's does over again, the provider cannot prevent; that it happened takes the proof away.</summary>
    [Theory]
    [Requirement("PROV-28")]
    [InlineData(Again.Same)]
    [InlineData(Again.Buffered)]
    [InlineData(Again.Copy)]
    public async Task A_client_that_tries_again_proves_nothing_by_a_refusal(Again again)
    {
        var count = 0;
        await using var backEnd = await CallBackEnd.StartAsync(context => CallBackEnd.Status(Interlocked.Increment(ref count) == 1 ? 503 : 404)(context));
        using var client = new HttpClient(new Retrying(again) { InnerHandler = new SocketsHttpHandler() });
        using var provider = Provider(backEnd, client);
        var request = Request();

        var result = await new TelephonyProviderBuilder(provider).Add("other", new Untouched()).Add("pbx", provider).AddFallback("all", "pbx", "other").To("all").Build().DialAsync(request);

        (result.Status, result.NativeCode).Should().Be((DialStatus.Ambiguous, 404));
        backEnd.Arrived.Should().Equal([$"POST /calls {request.CallId}", $"POST /calls {request.CallId}"], "the back end can tell that it is one call");
    }

    [Fact]
    [Requirement("PROV-28")]
    public async Task A_client_that_could_try_again_and_did_not_is_believed()
    {
        await using var backEnd = await CallBackEnd.StartAsync(CallBackEnd.Status(404));
        using var client = new HttpClient(new Retrying(Again.Same) { InnerHandler = new SocketsHttpHandler() });
        using var provider = Provider(backEnd, client);

        (await provider.DialAsync(Request())).Status.Should().Be(DialStatus.NotDispatched);

        backEnd.Arrived.Should().ContainSingle();
    }

    /// <summary>How a layer sends a request again.</summary>
    public enum Again
    {
        /// <summary>The request that it got.</summary>
        Same,

        /// <summary>The request that it got, whose body it has read into memory.</summary>
        Buffered,

        /// <summary>A request of its own.</summary>
        Copy,
    }

    private static DialRequest Request() => new(PhoneNumber.Parse("+47 22 51 70 00"));

    /// <summary>A second request would come at once.</summary>
    private static Task LaterAsync() => Task.Delay(50);

    private HttpTemplateTelephonyProvider Provider(CallBackEnd backEnd, HttpClient? client = null) =>
        new(new(backEnd.Origin + "/calls") { Body = "to=%p" }, client is null ? null : () => client, _time);

    private sealed class Retrying(Again again) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (again is Again.Buffered)
                await request.Content!.LoadIntoBufferAsync(cancellationToken);

            using var first = again is Again.Copy ? await CopyOf(request, cancellationToken) : null;
            var response = await base.SendAsync(first ?? request, cancellationToken);
            if (response.StatusCode < HttpStatusCode.InternalServerError)
                return response;

            response.Dispose();
            return await base.SendAsync(again is Again.Copy ? await CopyOf(request, cancellationToken) : request, cancellationToken);
        }

        private static async Task<HttpRequestMessage> CopyOf(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)) };
            foreach (var (name, values) in request.Headers)
                copy.Headers.Add(name, values);

            return copy;
        }
    }

    /// <summary>Must not get a call that another provider may have placed.</summary>
    private sealed class Untouched : ITelephonyProvider
    {
        public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default) => throw new InvalidOperationException("It fell back.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;
    }
}
