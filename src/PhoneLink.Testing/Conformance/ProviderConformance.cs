namespace PhoneLink.Testing;

/// <summary>Checks that a provider keeps the contract of <see cref="ITelephonyProvider"/> and does what its capabilities say.</summary>
/// <remarks>
/// <para>
/// Knows no test framework: <c>[Fact] public Task Conforms() =&gt; new ProviderConformance(() =&gt; new MyProvider()).VerifyAsync();</c>. Each check has a provider of its
/// own, which is disposed behind it. Real calls are placed at whatever back end the provider has: give it one of a test.
/// </para>
/// <para>Not thread-safe.</para>
/// </remarks>
public sealed partial class ProviderConformance
{
    private static readonly (string Name, Func<ProviderConformance, Task> Run)[] All =
    [
        (nameof(Null_is_a_wrong_call), static kit => kit.Null_is_a_wrong_call()),
        (nameof(It_gives_what_it_has_by_type), static kit => kit.It_gives_what_it_has_by_type()),
        (nameof(Abilities_are_what_it_says), static kit => kit.Abilities_are_what_it_says()),
        (nameof(The_answer_is_for_the_request), static kit => kit.The_answer_is_for_the_request()),
        (nameof(One_dial_is_one_call), static kit => kit.One_dial_is_one_call()),
        (nameof(Cancelled_before_nothing_is_dialled), static kit => kit.Cancelled_before_nothing_is_dialled()),
        (nameof(A_dry_run_dials_nothing), static kit => kit.A_dry_run_dials_nothing()),
        (nameof(A_mode_that_it_does_not_know_is_not_carried_out), static kit => kit.A_mode_that_it_does_not_know_is_not_carried_out()),
        (nameof(An_id_is_dialled_once), static kit => kit.An_id_is_dialled_once()),
        (nameof(Calls_at_once_keep_their_ids), static kit => kit.Calls_at_once_keep_their_ids()),
        (nameof(The_status_changes_nothing), static kit => kit.The_status_changes_nothing()),
        (nameof(Without_a_back_end_nothing_is_claimed), static kit => kit.Without_a_back_end_nothing_is_claimed()),
        (nameof(Events_are_in_order_and_end_once), static kit => kit.Events_are_in_order_and_end_once()),
        (nameof(A_late_reader_sees_the_call), static kit => kit.A_late_reader_sees_the_call()),
        (nameof(A_reader_may_act), static kit => kit.A_reader_may_act()),
        (nameof(Hanging_up_ends_that_call), static kit => kit.Hanging_up_ends_that_call()),
        (nameof(Disposing_ends_the_streams), static kit => kit.Disposing_ends_the_streams()),
        (nameof(Hostile_text_makes_no_more_of_it), static kit => kit.Hostile_text_makes_no_more_of_it()),
        (nameof(No_digits_are_told), static kit => kit.No_digits_are_told()),
    ];

    private readonly Func<ITelephonyProvider> _make;

    /// <summary>Makes the kit for a provider.</summary>
    /// <param name="make">Makes the provider; called for each check.</param>
    /// <exception cref="ArgumentNullException"><paramref name="make"/> is null.</exception>
    public ProviderConformance(Func<ITelephonyProvider> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        _make = make;
    }

    /// <summary>Gets the names of all checks, for a test framework that shows them one by one.</summary>
    public static IReadOnlyList<string> Checks { get; } = Array.AsReadOnly([.. All.Select(static check => check.Name)]);

    /// <summary>Gets what makes the requests; a new one each time.</summary>
    /// <value>By default calls to a number that nobody has (+1 202 555 0143).</value>
    public Func<DialRequest> MakeRequest { get; init; } = static () => new(PhoneNumber.Parse("+12025550143"));

    /// <summary>Gets what counts the calls that the back end has got so far, from all providers that were made.</summary>
    /// <value>By default <see langword="null"/>, and what needs it is not checked.</value>
    public Func<int>? CountCalls { get; init; }

    /// <summary>Gets what makes a provider whose back end is not there.</summary>
    /// <value>By default <see langword="null"/>, and that is not checked.</value>
    public Func<ITelephonyProvider>? MakeWithoutBackEnd { get; init; }

    /// <summary>Gets what lets a fake clock go on while the kit waits; called over and over.</summary>
    /// <value>By default <see langword="null"/>: time passes by itself.</value>
    public Action? Advance { get; init; }

    /// <summary>Gets how long to wait for anything, in real time.</summary>
    /// <value>10 seconds by default.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Runs all checks.</summary>
    /// <returns>A task that ends when all are done.</returns>
    /// <exception cref="ConformanceException">At least one failed; the message has a line for each.</exception>
    public async Task VerifyAsync()
    {
        var failures = new List<string>();
        foreach (var check in Checks)
            try
            {
                await VerifyAsync(check).ConfigureAwait(false);
            }
            catch (ConformanceException exception)
            {
                failures.Add(exception.Message);
            }

        if (failures.Count > 0)
            throw new ConformanceException(string.Join(Environment.NewLine, failures));
    }

    /// <summary>Runs one check.</summary>
    /// <param name="check">One of <see cref="Checks"/>.</param>
    /// <returns>A task that ends when it is done.</returns>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    /// <exception cref="ConformanceException">It failed.</exception>
    public async Task VerifyAsync(string check)
    {
        var found = Array.Find(All, one => one.Name == check);
        if (found.Run is null)
            throw new ArgumentException("There is no such check.", nameof(check));

        try
        {
            await found.Run(this).ConfigureAwait(false);
        }
        catch (ConformanceException exception)
        {
            throw new ConformanceException($"{check}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new ConformanceException($"{check}: {exception.GetType().Name} came out of the provider.", exception);
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new ConformanceException(otherwise);
    }

    private static async Task DisposeAsync(ITelephonyProvider provider)
    {
        switch (provider)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }

    /// <summary>Makes a provider, checks something, and disposes it.</summary>
    private async Task WithProviderAsync(Func<ITelephonyProvider, Task> check)
    {
        var provider = _make();
        try
        {
            await check(provider).ConfigureAwait(false);
        }
        finally
        {
            await DisposeAsync(provider).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for something that the provider owes, and lets a fake clock go on meanwhile.</summary>
    private async Task<T> InTimeAsync<T>(Task<T> task, string otherwise)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!task.IsCompleted)
        {
            Require(TimeProvider.System.GetElapsedTime(deadline) < Patience, otherwise);
            Advance?.Invoke();
            await Task.WhenAny(task, PauseAsync()).ConfigureAwait(false);
        }

        return await task.ConfigureAwait(false);
    }

    /// <summary>Real time, whatever clock the provider has: its back end may be another process.</summary>
    private static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);

    private Task<DialResult> DialAsync(ITelephonyProvider provider, DialRequest request, CancellationToken cancellationToken = default) =>
        InTimeAsync(provider.DialAsync(request, cancellationToken), "a dial gave no answer in time.");

    private int Calls() => CountCalls?.Invoke() ?? 0;
}
