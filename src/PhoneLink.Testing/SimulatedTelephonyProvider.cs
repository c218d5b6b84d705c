using System.Collections.Concurrent;

namespace PhoneLink.Testing;

/// <summary>A telephone that rings nowhere: remembers what it was asked to dial, and lets calls do what the test wants.</summary>
/// <remarks>
/// Thread-safe. Calls go on by the clock that it is given: with a fake one a test decides when. A dry run dials nothing. What
/// <see cref="Answer"/> gives instead of a call is not remembered as dispatched unless a call may exist.
/// </remarks>
public sealed class SimulatedTelephonyProvider : ITelephonyProvider, ICallControl, IProviderStatus, IDisposable
{
    private static readonly TelephonyCapabilities Abilities = new()
    {
        Knowledge = CallKnowledge.Outcome,
        CanPrefill = true,
        CanHangUp = true,
        CanChooseDevice = true,
        CanChooseCallerId = true,
        CanKeyPostDial = true,
        IsIdempotent = true,
    };

    private readonly ConcurrentDictionary<CallId, SimulatedCall> _calls = new();
    private readonly ConcurrentQueue<DialRequest> _dispatched = new();
    private readonly TimeProvider _time;

    /// <summary>Makes a telephone.</summary>
    /// <param name="time">The clock; null for the system's.</param>
    public SimulatedTelephonyProvider(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        Events = new(_time);
    }

    /// <summary>Gets what was dispatched, in order; personal data.</summary>
    public IReadOnlyList<DialRequest> Dispatched => [.. _dispatched];

    /// <summary>Gets the events, so that a test can publish some of its own.</summary>
    public CallEventPublisher Events { get; }

    /// <summary>Gets or sets what a call does.</summary>
    /// <value>By default <see cref="SimulatedCalls.Answered"/> for every call.</value>
    public Func<DialRequest, IReadOnlyList<SimulatedStep>> Steps { get; set; } = static _ => SimulatedCalls.Answered;

    /// <summary>Gets or sets what is answered instead of a call: a refusal, a doubt.</summary>
    /// <value>By default <see langword="null"/> for every request, which places the call.</value>
    public Func<DialRequest, DialResult?> Answer { get; set; } = static _ => null;

    /// <summary>Gets or sets whether it is ready.</summary>
    /// <value><see cref="ProviderState.Ready"/> by default.</value>
    public ProviderState State { get; set; } = ProviderState.Ready;

    /// <inheritdoc/>
    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<DialResult>(cancellationToken);

        return Task.FromResult(Dial(request));
    }

    /// <inheritdoc/>
    public Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken cancellationToken = default)
    {
        if (!_calls.TryRemove(callId, out var call))
            return Task.FromResult(HangUpStatus.NoCall);

        call.Dispose();
        var isConnected = Events.Find(callId)?.State >= CallState.Connected;
        Events.Publish(new(callId, CallState.Ended) { EndReason = isConnected ? CallEndReason.Completed : CallEndReason.Cancelled });
        return Task.FromResult(HangUpStatus.Ended);
    }

    /// <inheritdoc/>
    public Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new ProviderStatus(State) { Handler = "simulated telephone", CheckedAt = _time.GetUtcNow() });

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(Events) ? Events
            : serviceType == typeof(TelephonyCapabilities) ? Abilities
            : null;
    }

    /// <summary>Ends the streams of events; calls stay where they are.</summary>
    public void Dispose()
    {
        Events.Dispose();
        foreach (var call in _calls.Values)
            call.Dispose();
    }

    private DialResult Dial(DialRequest request)
    {
        if (request.DryRun)
            return new(DialStatus.DryRun, request.CallId) { Link = request.Target };

        if (Answer(request) is { } answer)
        {
            if (answer.CallMayExist)
                _dispatched.Enqueue(request);

            return answer with { CallId = request.CallId };
        }

        // As a back end that knows the ids of calls does.
        if (Events.Find(request.CallId) is not null)
            return new(DialStatus.Duplicate, request.CallId) { Reason = DialReason.Repeated, OriginalCallId = request.CallId };

        request.MarkDispatching();
        _dispatched.Enqueue(request);
        Events.Publish(new(request.CallId, CallState.Dispatching));
        var call = new SimulatedCall(request.CallId, Steps(request), _time, Publish);
        _calls[request.CallId] = call;
        call.Start();
        return new(DialStatus.Accepted, request.CallId);
    }

    private void Publish(CallEvent news)
    {
        if (news.State is CallState.Ended && _calls.TryRemove(news.CallId, out var call))
            call.Dispose();

        Events.Publish(news);
    }
}
