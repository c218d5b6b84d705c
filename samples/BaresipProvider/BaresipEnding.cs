using System.Globalization;
using PhoneLink;

namespace BaresipProvider;

/// <summary>Finds the reason in baresip's words about the end of a call.</summary>
internal static class BaresipEnding
{
    /// <summary>What baresip says when it was told to hang up, by whomever.</summary>
    private const string HungUpHere = "Connection reset by user";

    /// <summary>Words for an end without a final answer, before the call was answered and afterwards.</summary>
    private static readonly Dictionary<string, (CallEndReason Before, CallEndReason After)> Words = new(StringComparer.Ordinal)
    {
        [HungUpHere] = (CallEndReason.Cancelled, CallEndReason.Completed),
        ["Connection reset by peer"] = (CallEndReason.Unknown, CallEndReason.Completed),
        ["Connection timed out"] = (CallEndReason.Unreachable, CallEndReason.Unknown),
        ["Connection refused"] = (CallEndReason.Unreachable, CallEndReason.Unknown),
        ["No route to host"] = (CallEndReason.Unreachable, CallEndReason.Unknown),
        ["Network is unreachable"] = (CallEndReason.Unreachable, CallEndReason.Unknown),
        ["Destination address required"] = (CallEndReason.Unreachable, CallEndReason.Unknown),
        ["Operation not supported"] = (CallEndReason.MediaFailure, CallEndReason.MediaFailure),
    };

    /// <param name="text">What baresip says: <c>486 Busy Here</c>, or the text of an error.</param>
    /// <param name="isAnswered">Whether they talked.</param>
    /// <param name="wish">Why this program hung up, when it did.</param>
    public static (CallEndReason Reason, int? SipStatus) Of(string text, bool isAnswered, CallEndReason? wish)
    {
        if (TryReadStatus(text, out var status))
            return (CallEndReasons.FromSip(status), status);

        // "Connection timed out [110]": the number behind is that of the operating system.
        var words = text.Split(" [")[0];
        if (wish is { } wished && words == HungUpHere)
            return (isAnswered ? CallEndReason.Completed : wished, null);

        return Words.TryGetValue(words, out var found) ? (isAnswered ? found.After : found.Before, null) : (CallEndReason.Unknown, null);
    }

    private static bool TryReadStatus(string text, out int status)
    {
        status = 0;
        return text.Length > 4 && text[3] == ' '
            && int.TryParse(text.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out status)
            && status >= 300;
    }
}
