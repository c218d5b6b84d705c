namespace PhoneLink;

/// <summary>Tells what becomes of calls; an ability of providers, found by <see cref="ITelephonyProvider.GetService"/>.</summary>
/// <remarks>Thread-safe; any number of readers.</remarks>
public interface ICallEvents
{
    /// <summary>Reads what happens from now on.</summary>
    /// <param name="callId">The call; null for all calls.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// First the last event of each call that is under way (<see cref="CallEvent.IsSnapshot"/>), then news in order. The events of one call end with
    /// <see cref="CallState.Ended"/>, and so does the stream of one call; that of all calls ends when the provider is disposed.
    /// </returns>
    /// <remarks>
    /// A reader may dial and hang up while it reads. One that is slower than the calls may lose events between (<see cref="CallEvent.Missed"/>), never
    /// the end of a call. The stream of a call that nobody knows ends at once; the end of a call is known for some time.
    /// </remarks>
    IAsyncEnumerable<CallEvent> ReadAllAsync(CallId? callId = null, CancellationToken cancellationToken = default);
}
