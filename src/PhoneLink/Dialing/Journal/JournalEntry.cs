namespace PhoneLink;

/// <summary>What a journal keeps of a call: no number, no name.</summary>
/// <param name="StartedAt">When the intent was noted, in milliseconds of Unix time.</param>
/// <param name="Fingerprint">What tells it from another call with the same id.</param>
internal readonly record struct JournalEntry(long StartedAt, int Fingerprint)
{
    /// <summary>Gets what became of it; null as long as nobody said.</summary>
    public DialStatus? Status { get; init; }

    public DialReason Reason { get; init; }

    public int? NativeCode { get; init; }

    public string? ProviderName { get; init; }

    public string? ProviderCallId { get; init; }

    public JournalEntry With(DialResult result) => this with
    {
        Status = result.Status,
        Reason = result.Reason,
        NativeCode = result.NativeCode,
        ProviderName = result.ProviderName,
        ProviderCallId = result.ProviderCallId,
    };

    /// <summary>What a new request with the id is answered; null when it may be dispatched, since the attempts before left no call.</summary>
    public JournalAnswer? AnswerTo(JournalIntent intent)
    {
        if (intent.Fingerprint != Fingerprint)
            return new(JournalState.Conflict);

        if (Status is not { } status)
            return new(JournalState.InDoubt);

        var outcome = new DialResult(status, intent.CallId) { Reason = Reason, NativeCode = NativeCode, ProviderName = ProviderName, ProviderCallId = ProviderCallId };
        return outcome.CallMayExist ? new(JournalState.Done, outcome) : null;
    }
}
