using PhoneLink;

namespace BaresipProvider;

/// <summary>One call, from the wish to its end.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="uri">Whom baresip is told to call.</param>
internal sealed class BaresipCall(DialRequest request, string uri)
{
    private readonly Lock _gate = new();
    private CancellationTokenRegistration _cancellation;
    private ITimer? _noAnswer;

    public DialRequest Request { get; } = request;

    public CallId CallId => Request.CallId;

    public string Uri { get; } = uri;

    /// <summary>Gets or sets baresip's id of the call, the Call-ID of its INVITE; null until baresip has answered.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the account on which baresip has the call; null until an event names it.</summary>
    public string? Account { get; set; }

    /// <summary>Gets whether baresip may have learnt of the call.</summary>
    public bool IsDispatched { get; private set; }

    public bool HasRung { get; set; }

    public bool IsAnswered { get; private set; }

    /// <summary>Gets why this program wants the call to end; null when it does not.</summary>
    public CallEndReason? Wish { get; private set; }

    /// <summary>Starts what may end the call before it is answered.</summary>
    /// <param name="onCancelled">The caller has given up.</param>
    /// <param name="onNoAnswer">Nobody answers.</param>
    /// <param name="time">Tells when that is.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public void Dispatch(Action onCancelled, Action onNoAnswer, TimeProvider time, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            IsDispatched = true;
            _noAnswer = time.CreateTimer(_ => onNoAnswer(), null, Request.AnswerTimeout, Timeout.InfiniteTimeSpan);
        }

        // Outside the lock: a token that is cancelled calls back at once.
        var cancellation = cancellationToken.UnsafeRegister(_ => onCancelled(), null);
        lock (_gate)
            _cancellation = cancellation;
    }

    /// <summary>Notes why the call shall end; the first reason stays.</summary>
    public void WishEnd(CallEndReason reason)
    {
        lock (_gate)
            Wish ??= reason;
    }

    /// <summary>Notes that they talk.</summary>
    public void Answer()
    {
        IsAnswered = true;
        StopClock();
    }

    /// <summary>Lets neither the clock nor the caller's token end the call any more.</summary>
    public void StopClock()
    {
        lock (_gate)
        {
            _noAnswer?.Dispose();
            _cancellation.Unregister();
        }
    }
}
