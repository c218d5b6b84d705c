namespace PhoneLink.Registration.Engine;

/// <summary>Carries plans out and takes them back, on any platform: in order, noted before each change, rolled back when one fails.</summary>
internal sealed class RegistrationEngine(RegistrationPlatform platform, TimeProvider timeProvider)
{
    /// <summary>How often a step starts again when another program changes the same thing under its hand.</summary>
    private const int Attempts = 3;

    /// <summary>Carries a plan out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="takesDefault">Whether the steps that make the program the default are among them.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<RegistrationReceipt> ApplyAsync(RegistrationPlan plan, bool takesDefault, CancellationToken cancellationToken)
    {
        var registration = plan.Registration;
        RegistrationErrors.Guard(() => platform.CheckBeforeApply(plan, takesDefault));
        using var desk = await OpenAsync(registration, cancellationToken).ConfigureAwait(false);
        var (ledger, former) = (desk.Ledger, desk.Ledger.Registration);
        if (platform.Replaces(former, registration))
        {
            await TakeBackAsync(desk, ledger.Document).ConfigureAwait(false);
            return await ApplyAfterAsync(former, plan, takesDefault).ConfigureAwait(false);
        }

        var start = ledger.Changes.Count;
        ledger.Registration = registration;
        RegistrationStep? current = null;
        try
        {
            foreach (var step in plan.Steps.Where(step => takesDefault || !step.ClaimsDefault))
            {
                cancellationToken.ThrowIfCancellationRequested();
                current = step;
                await CarryOutAsync(step, registration, ledger, start).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            var left = await RollBackAsync(desk, former, start).ConfigureAwait(false);
            if (exception is OperationCanceledException && left.Count == 0)
                throw;

            throw RegistrationErrors.Translate(exception, current, left);
        }

        ledger.Compact(platform);
        return new(ledger.Document);
    }

    /// <summary>Takes a registration back by its receipt, and by the one that is kept if that knows more.</summary>
    public async Task RevertAsync(ReceiptDocument receipt, CancellationToken cancellationToken)
    {
        platform.CheckReceipt(receipt);
        cancellationToken.ThrowIfCancellationRequested();
        platform.CheckUser(receipt.Registration);
        using var desk = await OpenToTakeBackAsync(receipt.Registration, cancellationToken).ConfigureAwait(false);
        platform.CheckUnkept(receipt with { Changes = [.. receipt.Changes.Where(change => !platform.Knows(desk.Ledger.Changes, change))] });
        await TakeBackAsync(desk, desk.Ledger.IsStored ? desk.Ledger.Document : receipt).ConfigureAwait(false);
    }

    /// <summary>Takes a registration back by the receipt that is kept, or else by the marks that it has left.</summary>
    /// <returns><see langword="false"/> when nothing was registered.</returns>
    public async Task<bool> UnregisterAsync(ProtocolRegistration registration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        platform.CheckUser(registration);
        using var desk = await OpenToTakeBackAsync(registration, cancellationToken).ConfigureAwait(false);
        var document = desk.Ledger.IsStored ? desk.Ledger.Document : desk.Ledger.Document with { Changes = RegistrationErrors.Guard(() => platform.FindOwn(registration)) };
        await TakeBackAsync(desk, document).ConfigureAwait(false);
        return document.Changes.Count > 0;
    }

    /// <summary>Carries a plan out when the registration under another name is gone; no cancellation any more, which would leave neither.</summary>
    private async Task<RegistrationReceipt> ApplyAfterAsync(ProtocolRegistration former, RegistrationPlan plan, bool takesDefault)
    {
        try
        {
            return await ApplyAsync(plan, takesDefault, CancellationToken.None).ConfigureAwait(false);
        }
        catch (RegistrationException exception)
        {
            throw new RegistrationException(exception.Failure, $"{exception.Message} The registration under the former name, '{former.Product}', was taken back before.", exception.Step, exception);
        }
    }

    private async Task CarryOutAsync(RegistrationStep step, ProtocolRegistration registration, ReceiptLedger ledger, int start)
    {
        var noted = ledger.Changes.Count;
        for (var i = 0; i < Attempts; i++)
        {
            // Empty after a failure: another program has taken over what stood there for a moment, and the note tells of it.
            var changes = platform.Prepare(step, registration, hasChanges: noted > start);
            if (changes.Count == 0)
                return;

            ledger.Truncate(noted);
            ledger.Append(changes);
            var (done, outcome) = await PerformAsync(changes, registration).ConfigureAwait(false);
            if (outcome is FileChange.Done)
                return;

            if (outcome is FileChange.SymbolicLink)
                throw new RegistrationException(RegistrationFailure.SymbolicLink, $"'{step.Target}' is a symbolic link, which is not replaced.");

            noted += done;
        }

        ledger.Truncate(noted);
        throw new RegistrationException(RegistrationFailure.Conflict, $"Another program changes '{step.Target}' at the same time.");
    }

    private async Task<(int Done, FileChange Outcome)> PerformAsync(IReadOnlyList<ReceiptChange> changes, ProtocolRegistration registration)
    {
        for (var i = 0; i < changes.Count; i++)
            if (await platform.PerformAsync(changes[i], registration).ConfigureAwait(false) is not FileChange.Done and var outcome)
                return (i, outcome);

        return (changes.Count, FileChange.Done);
    }

    /// <summary>Undoes what this run has done.</summary>
    /// <returns>Sentences about what could not be undone; it stays in the receipt.</returns>
    private async Task<IReadOnlyList<string>> RollBackAsync(RegistrationDesk desk, ProtocolRegistration former, int start)
    {
        var undo = platform.CreateUndo(desk.Ledger.Registration);
        desk.Ledger.Registration = former;
        await UndoAsync(undo, desk, [.. desk.Ledger.Changes.Skip(start)], start).ConfigureAwait(false);
        return undo.Left;
    }

    private async Task TakeBackAsync(RegistrationDesk desk, ReceiptDocument document)
    {
        platform.CheckReceipt(document);
        var undo = platform.CreateUndo(document.Registration);
        await UndoAsync(undo, desk, document.Changes, 0).ConfigureAwait(false);
        if (undo.Left.Count > 0)
            throw RegistrationErrors.Incomplete(undo);
    }

    /// <summary>Takes changes back, and forgets them when nothing of them is left: not before, since a killed process must not leave what no receipt tells of.</summary>
    private static async Task UndoAsync(RegistrationUndo undo, RegistrationDesk desk, IReadOnlyList<ReceiptChange> changes, int keep)
    {
        await undo.RunAsync(changes).ConfigureAwait(false);
        undo.RemoveEmpty(changes);
        if (undo.Left.Count == 0)
            undo.Try(desk.Location, () => desk.Ledger.Truncate(keep));

        desk.Close(undo, changes);
    }

    /// <summary>Who may replace another program's registration by his own may not therefore remove it.</summary>
    private Task<RegistrationDesk> OpenToTakeBackAsync(ProtocolRegistration registration, CancellationToken cancellationToken) =>
        OpenAsync(registration with { ReplaceOtherHandler = false }, cancellationToken);

    private async Task<RegistrationDesk> OpenAsync(ProtocolRegistration registration, CancellationToken cancellationToken)
    {
        try
        {
            return await RegistrationDesk.OpenAsync(platform, registration, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw RegistrationErrors.Translate(exception, null, []);
        }
    }
}
