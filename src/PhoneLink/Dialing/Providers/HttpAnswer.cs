using System.Net.Http.Headers;

namespace PhoneLink;

/// <summary>What the status of an answer proves about a call.</summary>
internal static class HttpAnswer
{
    /// <summary>RFC 9110 §15, 429 by RFC 6585 §4; a status that is not in the table proves nothing.</summary>
    public static (DialStatus Status, DialReason Reason) Meaning(int status) => status switch
    {
        >= 200 and < 300 => (DialStatus.Accepted, DialReason.None),
        408 => (DialStatus.Ambiguous, DialReason.TimedOut),
        409 => (DialStatus.Duplicate, DialReason.Repeated),
        429 => (DialStatus.NotDispatched, DialReason.TooManyCalls),
        >= 400 and < 500 => (DialStatus.NotDispatched, DialReason.RefusedByBackEnd),
        _ => (DialStatus.Ambiguous, DialReason.Undecidable),
    };

    /// <summary>RFC 9110 §10.2.3: seconds or a date.</summary>
    public static TimeSpan? Delay(RetryConditionHeaderValue? after, TimeProvider time)
    {
        var delay = after?.Delta ?? after?.Date - time.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
