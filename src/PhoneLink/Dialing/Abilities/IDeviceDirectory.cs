namespace PhoneLink;

/// <summary>Lists the telephones that a user can call with; an ability of providers, found by <see cref="ITelephonyProvider.GetService"/>.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IDeviceDirectory
{
    /// <summary>Lists them.</summary>
    /// <param name="scope">Whose telephones; null for <see cref="PreferenceScope.Current"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The telephones, the default one first; empty when there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<IReadOnlyList<TelephonyDevice>> GetDevicesAsync(PreferenceScope? scope = null, CancellationToken cancellationToken = default);
}
