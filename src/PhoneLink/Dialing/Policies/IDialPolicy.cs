namespace PhoneLink;

/// <summary>Says whether a call may be placed; a host registers as many as it needs, beside those of <see cref="DialPolicies"/>.</summary>
/// <remarks>Thread-safe. The strictest of all verdicts holds. A policy that throws blocks the call. Never asked about a person's call to an emergency number.</remarks>
public interface IDialPolicy
{
    /// <summary>Judges a call.</summary>
    /// <param name="request">The call: what will be dialled, and what the numbering plan says of it.</param>
    /// <param name="cancellationToken">Ends the judging; nothing is dialled.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<DialVerdict> JudgeAsync(DialRequest request, CancellationToken cancellationToken = default);
}
