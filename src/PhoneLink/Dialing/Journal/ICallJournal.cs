namespace PhoneLink;

/// <summary>Notes calls before they are dispatched and what became of them, so that no id is dispatched twice.</summary>
/// <remarks>
/// Thread-safe. The layer of <see cref="TelephonyProviderBuilderExtensions.UseJournal(TelephonyProviderBuilder)"/> asks it after consent and before dispatch. An
/// intent without outcome means that a process ended in between: there may be a call, and the id is never dispatched again.
/// </remarks>
public interface ICallJournal
{
    /// <summary>Notes the intent to place a call, unless its id is known; both in one step, whoever else writes.</summary>
    /// <param name="intent">The call.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is noted then.</param>
    /// <returns>What is known of the id. With <see cref="JournalState.New"/> the intent is kept, also if the machine stops now.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled. Any other exception blocks the call, unless the host chose otherwise.</exception>
    ValueTask<JournalAnswer> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Notes what became of a call.</summary>
    /// <param name="result">The result, by its <see cref="DialResult.CallId"/>.</param>
    /// <returns>A task that ends when it is noted. An exception changes nothing about the call.</returns>
    ValueTask EndAsync(DialResult result);
}
