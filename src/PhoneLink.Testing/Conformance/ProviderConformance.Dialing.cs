namespace PhoneLink.Testing;

/// <content>What a dial does.</content>
public sealed partial class ProviderConformance
{
    private const int AtOnce = 20;

    private Task Null_is_a_wrong_call() => WithProviderAsync(static async provider =>
    {
        await ThrowsAsync<ArgumentNullException>(() => provider.DialAsync(null!)).ConfigureAwait(false);
        await ThrowsAsync<ArgumentNullException>(() => Task.FromResult(provider.GetService(null!))).ConfigureAwait(false);
    });

    private Task It_gives_what_it_has_by_type() => WithProviderAsync(static provider =>
    {
        Require(ReferenceEquals(provider.GetService(provider.GetType()), provider), "GetService of its own type does not give the provider.");
        Require(provider.GetService(typeof(ProviderConformance)) is null, "GetService of a type that it does not have gives something.");
        Require(provider.GetService<TelephonyCapabilities>() is not null, "it does not say what it can do: GetService gives no TelephonyCapabilities.");
        return Task.CompletedTask;
    });

    private Task Abilities_are_what_it_says() => WithProviderAsync(static provider =>
    {
        if (provider.GetService<TelephonyCapabilities>() is not { } abilities)
            return Task.CompletedTask;

        Require(abilities.CanHangUp == provider.GetService<ICallControl>() is not null, "CanHangUp and ICallControl contradict each other.");
        Require(abilities.Knowledge >= CallKnowledge.Progress == provider.GetService<ICallEvents>() is not null, "Knowledge and ICallEvents contradict each other.");
        Require(abilities.CanPlace || abilities.CanPrefill, "it knows no mode.");
        return Task.CompletedTask;
    });

    private Task The_answer_is_for_the_request() => WithProviderAsync(async provider =>
    {
        var request = MakeRequest();
        var result = await DialAsync(provider, request).ConfigureAwait(false);
        Require(result is not null, "the answer is null.");
        Require(result!.CallId == request.CallId, "the answer has the id of another call.");

        var knowledge = provider.GetService<TelephonyCapabilities>()?.Knowledge;
        Require(result.Status is not DialStatus.Accepted || knowledge is not CallKnowledge.HandOff, "it says Accepted, and by its capabilities it can only hand over.");
        Require(result.Status is not DialStatus.HandedOff || knowledge is null or CallKnowledge.HandOff, "it says HandedOff, and by its capabilities it learns more.");
        Require(result.Status is not (DialStatus.DryRun or DialStatus.Duplicate), "a new call is answered as if it were none.");
    });

    private Task One_dial_is_one_call() => WithProviderAsync(async provider =>
    {
        var before = Calls();
        var result = await DialAsync(provider, MakeRequest()).ConfigureAwait(false);
        if (CountCalls is null)
            return;

        await SettleAsync(before + (result.CallMayExist ? 1 : 0)).ConfigureAwait(false);
        var calls = Calls() - before;
        Require(calls <= 1, $"one dial placed {calls} calls.");
        Require(calls == 0 || result.CallMayExist, $"it says {result.Status}, and the back end has a call.");
        Require(calls == 1 || result.Status is not (DialStatus.Accepted or DialStatus.HandedOff), $"it says {result.Status}, and the back end has no call.");
    });

    private Task Cancelled_before_nothing_is_dialled() => WithProviderAsync(async provider =>
    {
        var before = Calls();
        await ThrowsAsync<OperationCanceledException>(() => DialAsync(provider, MakeRequest(), new CancellationToken(canceled: true))).ConfigureAwait(false);
        await SettleAsync(before).ConfigureAwait(false);
        Require(Calls() == before, "a cancelled dial placed a call.");
    });

    private Task A_dry_run_dials_nothing() => WithProviderAsync(async provider =>
    {
        var before = Calls();
        var result = await DialAsync(provider, MakeRequest() with { DryRun = true }).ConfigureAwait(false);
        Require(!result.CallMayExist, $"a dry run is answered {result.Status}.");
        Require(result.Status is not DialStatus.NotDispatched and not DialStatus.Blocked || result.Reason is not DialReason.None, "a dry run that cannot be made does not say why.");
        await SettleAsync(before).ConfigureAwait(false);
        Require(Calls() == before, "a dry run placed a call.");
    });

    private Task A_mode_that_it_does_not_know_is_not_carried_out() => WithProviderAsync(async provider =>
    {
        foreach (var mode in new[] { DialMode.Place, DialMode.Prefill })
        {
            if (provider.GetService<TelephonyCapabilities>()?.Supports(mode) is not false)
                continue;

            var before = Calls();
            var result = await DialAsync(provider, MakeRequest() with { Mode = mode }).ConfigureAwait(false);
            Require(!result.CallMayExist, $"by its capabilities it does not know {mode}, and answers {result.Status}.");
            await SettleAsync(before).ConfigureAwait(false);
            Require(Calls() == before, $"by its capabilities it does not know {mode}, and placed a call.");
        }
    });

    private Task An_id_is_dialled_once() => WithProviderAsync(async provider =>
    {
        if (provider.GetService<TelephonyCapabilities>() is not { IsIdempotent: true })
            return;

        var before = Calls();
        var request = MakeRequest();
        await DialAsync(provider, request).ConfigureAwait(false);
        var again = await DialAsync(provider, request).ConfigureAwait(false);
        Require(again.Status is DialStatus.Duplicate, $"it says IsIdempotent, and answers an id that it has with {again.Status}.");
        Require(CountCalls is null || Calls() - before <= 1, "it says IsIdempotent, and placed a call twice.");
    });

    private Task Calls_at_once_keep_their_ids() => WithProviderAsync(async provider =>
    {
        var before = Calls();
        var requests = Enumerable.Range(0, AtOnce).Select(_ => MakeRequest()).ToList();
        var results = await InTimeAsync(Task.WhenAll(requests.Select(request => Task.Run(() => provider.DialAsync(request)))), "dials at once gave no answer in time.").ConfigureAwait(false);
        for (var i = 0; i < results.Length; i++)
            Require(results[i].CallId == requests[i].CallId, "of dials at once one got the answer of another.");

        Require(CountCalls is null || Calls() - before <= AtOnce, "dials at once placed more calls than there were.");
    });

    private Task The_status_changes_nothing() => WithProviderAsync(async provider =>
    {
        if (provider.GetService<IProviderStatus>() is not { } status)
            return;

        var before = Calls();
        for (var i = 0; i < AtOnce; i++)
            Require(await InTimeAsync(status.GetStatusAsync(), "the status was not told in time.").ConfigureAwait(false) is not null, "the status is null.");

        Require(Calls() == before, "asking for the status placed a call.");
    });

    private async Task Without_a_back_end_nothing_is_claimed()
    {
        if (MakeWithoutBackEnd is null)
            return;

        var provider = MakeWithoutBackEnd();
        try
        {
            var result = await DialAsync(provider, MakeRequest()).ConfigureAwait(false);
            Require(result.Status is DialStatus.NotDispatched or DialStatus.Ambiguous or DialStatus.Invalid, $"without a back end it says {result.Status}.");
            Require(result.Reason is not DialReason.None, "without a back end it does not say why.");
        }
        finally
        {
            await DisposeAsync(provider).ConfigureAwait(false);
        }
    }

    private static async Task ThrowsAsync<T>(Func<Task> call)
        where T : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (T)
        {
            return;
        }

        throw new ConformanceException($"{typeof(T).Name} was expected and did not come.");
    }

    /// <summary>Gives a back end that is slow the time to see what it should not see, and what it should.</summary>
    private async Task SettleAsync(int expected)
    {
        for (var i = 0; CountCalls is not null && i < 50 && (Calls() < expected || i < 4); i++)
        {
            Advance?.Invoke();
            await PauseAsync().ConfigureAwait(false);
        }
    }
}
