namespace PhoneLink;

/// <summary>Finds the reason for native codes.</summary>
/// <remarks>Thread-safe. A code that is not in the tables is <see cref="CallEndReason.Unknown"/>, never a guess.</remarks>
public static class CallEndReasons
{
    private static readonly Dictionary<int, CallEndReason> BySipStatus = new()
    {
        // RFC 3261 §21; RFC 8197 (607), RFC 8688 (608). 480 and 408 also mean that nobody is there; the code is kept beside the reason.
        [403] = CallEndReason.NotPermitted,
        [404] = CallEndReason.InvalidNumber,
        [408] = CallEndReason.NoAnswer,
        [410] = CallEndReason.InvalidNumber,
        [480] = CallEndReason.NoAnswer,
        [484] = CallEndReason.InvalidNumber,
        [486] = CallEndReason.Busy,
        [487] = CallEndReason.Cancelled,
        [488] = CallEndReason.MediaFailure,
        [503] = CallEndReason.Congestion,
        [600] = CallEndReason.Busy,
        [603] = CallEndReason.Declined,
        [604] = CallEndReason.InvalidNumber,
        [606] = CallEndReason.MediaFailure,
        [607] = CallEndReason.NotPermitted,
        [608] = CallEndReason.NotPermitted,
    };

    /// <summary>Finds the reason for a SIP status.</summary>
    /// <param name="status">The status of the final answer: <c>486</c>.</param>
    /// <param name="leg">Whose answer it is; the caller's own telephone has reasons of its own.</param>
    /// <returns>The reason, or <see cref="CallEndReason.Unknown"/>.</returns>
    public static CallEndReason FromSip(int status, CallLeg leg = CallLeg.Remote)
    {
        var reason = BySipStatus.TryGetValue(status, out var found) ? found : CallEndReason.Unknown;
        return leg is CallLeg.Remote ? reason : reason switch
        {
            CallEndReason.Busy or CallEndReason.Declined => CallEndReason.DeviceDeclined,
            CallEndReason.NoAnswer => CallEndReason.DeviceNoAnswer,
            CallEndReason.InvalidNumber or CallEndReason.Congestion or CallEndReason.Unreachable => CallEndReason.DeviceUnavailable,
            _ => reason,
        };
    }
}
