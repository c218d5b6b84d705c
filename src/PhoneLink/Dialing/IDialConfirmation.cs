namespace PhoneLink;

/// <summary>Asks a person whether to place a call.</summary>
/// <remarks>
/// Implementations are thread-safe. Show the number first and in full, with its post-dial digits; show what came with a link as the link's
/// words, short and below: a page can write any name there. Let the default answer be no. Asked on the thread and in the context of whoever
/// dials, so that a window can be shown. A window may hold that thread; what has no need of it, as reading a console, belongs on another.
/// </remarks>
public interface IDialConfirmation
{
    /// <summary>Asks.</summary>
    /// <param name="request">The call, with the number that will be dialled.</param>
    /// <param name="cancellationToken">
    /// Ends the asking, on any thread: the caller has cancelled, or a minute has passed; a later answer is not heard.
    /// </param>
    /// <returns>Whether to place the call.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled. Any other exception blocks the call.</exception>
    Task<bool> ConfirmAsync(DialRequest request, CancellationToken cancellationToken = default);
}
