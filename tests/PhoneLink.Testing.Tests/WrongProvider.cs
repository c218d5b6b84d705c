using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PhoneLink.Tests.Testing;

/// <summary>The simulated telephone with one fault, as real providers have had it; without one it conforms.</summary>
internal sealed class WrongProvider(TimeProvider time, Fault fault) : ITelephonyProvider, ICallControl, ICallEvents, IProviderStatus, IDisposable
{
    private static readonly ActivitySource Source = new("A.Vendor");

    private readonly SimulatedTelephonyProvider _inner = new(time) { Steps = static _ => SimulatedCalls.Completed };
    private DialRequest? _last;
    private CallId _first;
    private int _readers;

    public SimulatedTelephonyProvider Inner => _inner;

    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        if (fault is Fault.TakesNull && request is null)
            return new(DialStatus.Invalid, CallId.New());

        ArgumentNullException.ThrowIfNull(request);
        if (fault is Fault.HoldsReaders && Volatile.Read(ref _readers) > 0)
            await Task.Delay(Timeout.Infinite, CancellationToken.None);

        if (_first == default)
            _first = request.CallId;

        using var activity = fault is Fault.TellsTheNumber ? Source.StartActivity(request.Target.OriginalText) : null;
        var former = Interlocked.Exchange(ref _last, request);
        return fault switch
        {
            Fault.AnswersForAnother => await _inner.DialAsync(request, cancellationToken) with { CallId = CallId.New() },
            Fault.DialsTwice => await TwiceAsync(request),
            Fault.DoesNothing => new(DialStatus.Accepted, request.CallId),
            Fault.DeniesTheCall => await _inner.DialAsync(request, cancellationToken) with { Status = DialStatus.NotDispatched },
            Fault.IgnoresTheToken => await _inner.DialAsync(request, CancellationToken.None),
            Fault.IgnoresDryRun => await _inner.DialAsync(request.DryRun ? new(request.Target) { CallId = request.CallId } : request, cancellationToken),
            Fault.ForgetsIds => await _inner.DialAsync(request with { CallId = CallId.New() }, cancellationToken) with { CallId = request.CallId },
            Fault.MixesAnswers => await _inner.DialAsync(request, cancellationToken) with { CallId = (former ?? request).CallId },
            Fault.SplitsLines when request.Device?.Contains('\n') is true => await TwiceAsync(request),
            _ => await _inner.DialAsync(request, cancellationToken),
        };
    }

    public Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken cancellationToken = default) => fault switch
    {
        Fault.HangsUpTheOther when callId == _first => _inner.HangUpAsync(_last!.CallId, cancellationToken),
        Fault.KnowsEveryCall => Task.FromResult(HangUpStatus.Ended),
        Fault.NeverEnds => Task.FromResult(HangUpStatus.Requested),
        _ => _inner.HangUpAsync(callId, cancellationToken),
    };

    public async Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        if (fault is Fault.DialsForStatus)
            await _inner.DialAsync(new(PhoneNumber.Parse("+12025550199")), cancellationToken);

        return await _inner.GetStatusAsync(cancellationToken);
    }

    public async IAsyncEnumerable<CallEvent> ReadAllAsync(CallId? callId = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _readers);
        await foreach (var news in _inner.Events.ReadAllAsync(callId, cancellationToken))
        {
            if (fault is Fault.ForgetsLateReaders && news.IsSnapshot || (fault is Fault.NeverEnds && news.State is CallState.Ended))
                continue;

            yield return fault switch
            {
                Fault.SkipsNumbers => news with { Sequence = news.Sequence * 2 },
                Fault.GoesBack when news.State is CallState.Ended => news with { Sequence = news.Sequence + 1 },
                _ => news,
            };
            if (fault is Fault.EndsTwice && news.State is CallState.Ended)
                yield return news with { Sequence = news.Sequence + 1 };

            if (fault is Fault.GoesBack && !news.IsSnapshot && news.State < CallState.Ended)
                yield return news with { State = CallState.Dispatching, Sequence = news.Sequence + 1 };
        }

        if (fault is Fault.LeavesStreamsOpen or Fault.NeverEnds)
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (fault is Fault.TakesNull && serviceType is null)
            return null;

        ArgumentNullException.ThrowIfNull(serviceType);
        return fault is Fault.GivesNothing ? null
            : serviceType == typeof(TelephonyCapabilities) && fault is Fault.ClaimsNoHangUp ? _inner.GetService<TelephonyCapabilities>()! with { CanHangUp = false }
            : serviceType == typeof(TelephonyCapabilities) && fault is Fault.PlacesAnyway ? _inner.GetService<TelephonyCapabilities>()! with { CanPrefill = false }
            : serviceType.IsInstanceOfType(this) ? this
            : _inner.GetService(serviceType, serviceKey);
    }

    public void Dispose() => _inner.Dispose();

    private async Task<DialResult> TwiceAsync(DialRequest request)
    {
        await _inner.DialAsync(request with { CallId = CallId.New() });
        return await _inner.DialAsync(request);
    }
}
