namespace PhoneLink.Testing;

/// <summary>One simulated call, which goes from step to step by the clock.</summary>
internal sealed class SimulatedCall : IDisposable
{
    private readonly CallId _callId;
    private readonly IReadOnlyList<SimulatedStep> _steps;
    private readonly Action<CallEvent> _publish;
    private readonly ITimer _timer;
    private int _next;

    public SimulatedCall(CallId callId, IReadOnlyList<SimulatedStep> steps, TimeProvider time, Action<CallEvent> publish)
    {
        (_callId, _steps, _publish) = (callId, steps, publish);
        _timer = time.CreateTimer(static call => ((SimulatedCall)call!).Go(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start() => Wait();

    public void Dispose() => _timer.Dispose();

    private void Go()
    {
        var step = _steps[_next++];
        _publish(new(_callId, step.State) { EndReason = step.EndReason, NativeCode = step.NativeCode });
        Wait();
    }

    private void Wait()
    {
        if (_next < _steps.Count)
            _timer.Change(_steps[_next].After, Timeout.InfiniteTimeSpan);
    }
}
