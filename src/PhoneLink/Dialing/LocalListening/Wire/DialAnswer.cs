namespace PhoneLink;

/// <summary>What is known about a call, as a listener tells it.</summary>
/// <param name="Status">The name of the status; an unknown one says that nobody knows.</param>
/// <param name="Reason">The name of the reason.</param>
/// <param name="TellsMore">Whether news of the call follow.</param>
internal sealed record DialAnswer(string Status, string Reason, bool TellsMore)
{
    private const int MaxMessage = 512;

    public string? Message { get; init; }

    public int? NativeCode { get; init; }

    public string? ProviderCallId { get; init; }

    /// <summary>Gets how long to wait before the next call, in milliseconds.</summary>
    public long? RetryAfter { get; init; }

    public string? Link { get; init; }

    public Guid? OriginalCallId { get; init; }

    public bool IsCancellationIgnored { get; init; }

    public static byte[] Write(DialResult result, bool tellsMore)
    {
        var answer = new DialAnswer(result.Status.ToString(), result.Reason.ToString(), tellsMore)
        {
            Message = WireText.Clip(result.Message, MaxMessage),
            NativeCode = result.NativeCode,
            ProviderCallId = WireText.Clip(result.ProviderCallId),
            RetryAfter = (long?)result.RetryAfter?.TotalMilliseconds,
            Link = result.Link?.LaunchText,
            OriginalCallId = result.OriginalCallId?.Value,
            IsCancellationIgnored = result.IsCancellationIgnored,
        };

        // All but the link is short; the answer must not fail for it.
        return ListenerFrame.Write(ListenerFrameKind.Answer, answer, ListenerJson.Default.DialAnswer)
            ?? ListenerFrame.Write(ListenerFrameKind.Answer, answer with { Link = null }, ListenerJson.Default.DialAnswer)!;
    }

    public DialResult ToResult(DialRequest request)
    {
        var result = new DialResult(WireText.Read(Status, DialStatus.Ambiguous), request.CallId)
        {
            NativeCode = NativeCode,
            ProviderCallId = WireText.Clip(ProviderCallId),
            RetryAfter = RetryAfter is >= 0 and <= int.MaxValue ? TimeSpan.FromMilliseconds(RetryAfter.Value) : null,
            Link = TelephonyUri.TryParse(Link, out var link) ? link : null,
            OriginalCallId = OriginalCallId is { } id ? new CallId(id) : null,
            IsCancellationIgnored = IsCancellationIgnored,
        };
        var reason = WireText.Read(Reason, result.CallMayExist ? DialReason.Undecidable : DialReason.RefusedByBackEnd);
        return result with { Reason = reason, Message = WireText.Clip(Message, MaxMessage) ?? DialMessages.For(reason) };
    }

    /// <summary>Returns the type's name: the answer holds personal data.</summary>
    public override string ToString() => nameof(DialAnswer);
}
