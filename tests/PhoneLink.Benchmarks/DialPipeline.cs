using System.Globalization;
using System.Net;
using BenchmarkDotNet.Attributes;

namespace PhoneLink.Benchmarks;

/// <summary>A call through the default layers to a back end that does nothing, beside a request through as many HTTP handlers that do nothing.</summary>
public class DialPipeline
{
    /// <summary>Rules, guard, policies, confirmation, and the boundary that is always there.</summary>
    private const int Layers = 5;

    /// <summary>More than the guard remembers, so that no call is taken for a double click.</summary>
    private const int Numbers = 1 << 14;

    private static readonly Uri Address = new("http://localhost/calls");

    /// <summary>Made before: an id of chance is most of what a request costs.</summary>
    private readonly DialRequest[] _requests =
        [.. Enumerable.Range(0, Numbers).Select(static i => new DialRequest(PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+4722{i:d6}"))))];

    private readonly HttpMessageInvoker _handlers = new(Enumerable.Range(0, Layers).Aggregate<int, HttpMessageHandler>(new Nothing(), static (inner, _) => new Passing { InnerHandler = inner }));
    private readonly ITelephonyProvider _boundary = Build(static builder => builder);
    private readonly ITelephonyProvider _rules = Build(static builder => builder.UseDialingRules());
    private readonly ITelephonyProvider _guard = Build(static builder => builder.UseDuplicateGuard());
    private readonly ITelephonyProvider _policies = Build(static builder => builder.UsePolicies());
    private readonly ITelephonyProvider _confirmation = Build(static builder => builder.UseConfirmation());
    private readonly ITelephonyProvider _journal = Build(static builder => builder.UseJournal(new InMemoryCallJournal(capacity: Numbers / 2)));
    private readonly ITelephonyProvider _defaults = Build(static builder => builder.UseDefaults());
    private readonly ITelephonyProvider _all = Build(static builder => builder.UseTelemetry().UseDefaults().UseJournal(new InMemoryCallJournal(capacity: Numbers / 2)));
    private int _next;

    public async Task CheckAsync()
    {
        if (await Handlers() != HttpStatusCode.Accepted)
            throw new InvalidOperationException("The handlers do not answer.");

        foreach (var dial in new[] { Boundary, Rules, Guard, Policies, Confirmation, Journal, Defaults, All })
            for (var i = 0; i < 2; i++)
                if (await dial() is not DialStatus.Accepted)
                    throw new InvalidOperationException("A call was not placed.");
    }

    [GlobalSetup]
    public void Check() => CheckAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "HTTP, five handlers"), BenchmarkCategory("a call")]
    public async Task<HttpStatusCode> Handlers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        using var response = await _handlers.SendAsync(request, CancellationToken.None);
        return response.StatusCode;
    }

    [Benchmark(Description = "UseDefaults"), BenchmarkCategory("a call")]
    public Task<DialStatus> Defaults() => DialAsync(_defaults);

    [Benchmark(Description = "with telemetry and journal"), BenchmarkCategory("a call")]
    public Task<DialStatus> All() => DialAsync(_all);

    [Benchmark(Description = "the request itself"), BenchmarkCategory("a call")]
    public DialRequest Request() => new(_requests[0].Target);

    [Benchmark(Baseline = true, Description = "no layer"), BenchmarkCategory("a layer")]
    public Task<DialStatus> Boundary() => DialAsync(_boundary);

    [Benchmark(Description = "rules"), BenchmarkCategory("a layer")]
    public Task<DialStatus> Rules() => DialAsync(_rules);

    [Benchmark(Description = "guard"), BenchmarkCategory("a layer")]
    public Task<DialStatus> Guard() => DialAsync(_guard);

    [Benchmark(Description = "policies"), BenchmarkCategory("a layer")]
    public Task<DialStatus> Policies() => DialAsync(_policies);

    [Benchmark(Description = "confirmation"), BenchmarkCategory("a layer")]
    public Task<DialStatus> Confirmation() => DialAsync(_confirmation);

    [Benchmark(Description = "journal, in memory"), BenchmarkCategory("a layer")]
    public Task<DialStatus> Journal() => DialAsync(_journal);

    private static ITelephonyProvider Build(Func<TelephonyProviderBuilder, TelephonyProviderBuilder> use) => use(new(new NoTelephone())).Build();

    private async Task<DialStatus> DialAsync(ITelephonyProvider phone)
    {
        _next = (_next + 1) % Numbers;
        return (await phone.DialAsync(_requests[_next])).Status;
    }

    private sealed class Passing : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => await base.SendAsync(request, cancellationToken);
    }

    private sealed class Nothing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted));
    }
}
