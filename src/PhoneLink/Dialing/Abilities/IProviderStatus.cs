namespace PhoneLink;

/// <summary>Tells whether calls can be placed now; an ability of providers, found by <see cref="ITelephonyProvider.GetService"/>.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IProviderStatus
{
    /// <summary>Finds out, without placing a call, starting a program or changing anything.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The status.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default);
}
