namespace PhoneLink;

/// <summary>Ends calls; an ability of providers, found by <see cref="ITelephonyProvider.GetService"/>.</summary>
/// <remarks>Thread-safe.</remarks>
public interface ICallControl
{
    /// <summary>Ends this call, whatever other calls there are.</summary>
    /// <param name="callId">The id of the request that placed the call.</param>
    /// <param name="cancellationToken">Ends the waiting; the call may end all the same.</param>
    /// <returns>What is known about it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken cancellationToken = default);
}
