using PhoneLink.Registration.Engine;
using PhoneLink.Registration.Freedesktop;
using PhoneLink.Registration.MacOS;
using PhoneLink.Registration.Windows;

namespace PhoneLink.Registration;

/// <summary>Registers programs with the operating system as handlers of link schemes, and takes that back.</summary>
/// <remarks>
/// Thread-safe. Nothing happens before <see cref="ApplyAsync"/> is called, which is meant to follow an action of a user or an
/// administrator. Processes that use PhoneLink wait for each other. Works on Windows, for the user or the machine, and on Linux desktops
/// (freedesktop.org), for the user.
/// </remarks>
public sealed class ProtocolRegistrar
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly RegistrationPlatform _platform;
    private readonly RegistrationEngine _engine;
    private readonly RegistrationVerifier _verifier;
    private readonly TimeProvider _timeProvider;

    internal ProtocolRegistrar(RegistrationPlatform platform, TimeProvider timeProvider) =>
        (_platform, _engine, _verifier, _timeProvider) = (platform, new(platform, timeProvider), new(platform), timeProvider);

    /// <summary>Gives the registrar of the operating system that this process runs on.</summary>
    /// <returns>The registrar.</returns>
    /// <exception cref="RegistrationException">There is none for this system (<see cref="RegistrationFailure.NotSupported"/>).</exception>
    public static ProtocolRegistrar ForCurrentOS()
    {
        if (OperatingSystem.IsWindows())
            return new(WindowsPlatform.Create(), TimeProvider.System);

        if (!OperatingSystem.IsLinux())
            throw new RegistrationException(RegistrationFailure.NotSupported, "Registration works on Windows and on Linux desktops; on macOS a program declares its schemes in its Info.plist (InfoPlist), and MacOSSchemeHandlers asks for the default.");

        return new(new FreedesktopPlatform(PhysicalFileSystem.Instance, new SystemProcessRunner(TimeProvider.System), SystemEnvironment.Instance), TimeProvider.System);
    }

    /// <summary>Works out what a registration would change; changes nothing.</summary>
    /// <param name="registration">What is wanted.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    /// <exception cref="RegistrationException">The scheme, a name, the executable or the scope is refused; the message names the rule.</exception>
    public RegistrationPlan Plan(ProtocolRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return _platform.Plan(registration);
    }

    /// <summary>Works out what a registration would change on any kind of system, whichever this is; looks at no system and changes nothing.</summary>
    /// <param name="target">The kind of system.</param>
    /// <param name="registration">What is wanted, with a path of that system.</param>
    /// <returns>A plan to be read, which cannot be applied: the program was not looked at.</returns>
    /// <exception cref="ArgumentNullException">The registration is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    /// <exception cref="RegistrationException">The scheme, a name, the path or the scope is refused; the message names the rule.</exception>
    public static RegistrationPlan PlanFor(RegistrationTarget target, ProtocolRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return target switch
        {
            RegistrationTarget.Windows => WindowsPlatform.PlanForAnybody(registration),
            RegistrationTarget.Linux => FreedesktopPlatform.PlanForAnybody(registration),
            RegistrationTarget.MacOS => MacOSPlanner.PlanForAnybody(registration),
            _ => throw new ArgumentOutOfRangeException(nameof(target), target, "There are no plans for such a system."),
        };
    }

    /// <summary>Carries a plan out; when a step fails, what was done before is undone.</summary>
    /// <param name="plan">A plan of this registrar.</param>
    /// <param name="cancellationToken">Stops between two steps; what was done is undone.</param>
    /// <returns>The receipt, which tells of all changes of the registration, those of earlier calls included; it is kept by PhoneLink too.</returns>
    /// <exception cref="ArgumentNullException">The plan is null.</exception>
    /// <exception cref="ArgumentException">The plan is not one of this registrar.</exception>
    /// <exception cref="RegistrationException">The registration is refused, or a step failed; nothing is changed unless the message says so.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is changed.</exception>
    /// <remarks>
    /// Idempotent: where everything is in place, nothing is written. A file is compared with what was read just before it is replaced;
    /// there is no lock that other programs would heed. Every change is noted on the disk before it is made, so that after a kill of the
    /// process another call completes the plan, and <see cref="RevertAsync"/> or <see cref="UnregisterAsync"/> takes back what was done.
    /// </remarks>
    public Task<RegistrationReceipt> ApplyAsync(RegistrationPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Platform != _platform.Name)
            throw new ArgumentException("The plan was made by another registrar, or only to be read.", nameof(plan));

        return _engine.ApplyAsync(plan, takesDefault: true, cancellationToken);
    }

    /// <summary>Takes a registration back: every file is as it was before, plus what other programs have changed since.</summary>
    /// <param name="receipt">The receipt; where PhoneLink's own copy knows of later changes of the registration, those are taken back too.</param>
    /// <param name="cancellationToken">Stops before the first change, not later.</param>
    /// <returns>A task that ends when everything is done.</returns>
    /// <exception cref="ArgumentNullException">The receipt is null.</exception>
    /// <exception cref="RegistrationException">
    /// The receipt is refused (<see cref="RegistrationFailure.InvalidReceipt"/>, nothing changed), or files were left because another
    /// hand has changed them (<see cref="RegistrationFailure.Conflict"/>; the message names them, the rest is reverted).
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is changed.</exception>
    /// <remarks>Reverting twice is harmless. A receipt is not trusted: it can only name what its registration would have written.</remarks>
    public Task RevertAsync(RegistrationReceipt receipt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return _engine.RevertAsync(receipt.Document, cancellationToken);
    }

    /// <summary>Takes a registration back without its receipt at hand: by the copy that PhoneLink keeps, or else by the marks that it has left.</summary>
    /// <param name="registration">The registration as it was planned; its scheme, <see cref="ProtocolRegistration.ApplicationId"/>, suffix and scope say which it is. The executable need not exist.</param>
    /// <param name="cancellationToken">Stops before the first change, not later.</param>
    /// <returns><see langword="false"/> when nothing of it was there.</returns>
    /// <exception cref="ArgumentNullException">The registration is null.</exception>
    /// <exception cref="RegistrationException">
    /// What stands there is another program's (<see cref="RegistrationFailure.OwnedByOther"/>, nothing changed), or as for <see cref="RevertAsync"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is changed.</exception>
    public async Task<bool> UnregisterAsync(ProtocolRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return await _engine.UnregisterAsync(RegistrationRules.Check(registration), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists what PhoneLink has registered, as its receipts tell.</summary>
    /// <param name="scope">For whom.</param>
    /// <returns>The receipts, in the order of their application ids; files that are no receipts are left out.</returns>
    /// <exception cref="RegistrationException">There is no such scope here (<see cref="RegistrationFailure.NotSupported"/>), or a receipt cannot be read.</exception>
    public IReadOnlyList<RegistrationReceipt> ListReceipts(RegistrationScope scope = RegistrationScope.User)
    {
        var store = _platform.OpenStore(scope);
        return [.. RegistrationErrors.Guard(store.ReadAll).Select(static document => new RegistrationReceipt(document))];
    }

    /// <summary>Says what is wrong with a registration; changes nothing.</summary>
    /// <param name="registration">What should be registered.</param>
    /// <param name="cancellationToken">Stops before the look-up.</param>
    /// <returns>The status and the problems, each in a sentence.</returns>
    /// <exception cref="ArgumentNullException">The registration is null.</exception>
    /// <exception cref="RegistrationException">The scheme, a name or the scope is refused.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<RegistrationVerification> VerifyAsync(ProtocolRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<RegistrationVerification>(cancellationToken);

        try
        {
            return Task.FromResult(RegistrationErrors.Guard(() => _verifier.Verify(registration)));
        }
        catch (RegistrationException exception)
        {
            return Task.FromException<RegistrationVerification>(exception);
        }
    }

    /// <summary>Makes a registration as it should be: after a move of the program, a kill, or another program's clean-up.</summary>
    /// <param name="registration">What should be registered, with the executable where it is now.</param>
    /// <param name="cancellationToken">Stops between two steps; what was done is undone.</param>
    /// <returns>The receipt.</returns>
    /// <exception cref="ArgumentNullException">The registration is null.</exception>
    /// <exception cref="RegistrationException">As for <see cref="ApplyAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is changed.</exception>
    /// <remarks>
    /// Idempotent; meant for every start of a program, or after an update. It does not take the scheme back from a program that the user
    /// has chosen since, unless <see cref="ProtocolRegistration.ReplaceOtherHandler"/> is set.
    /// </remarks>
    public async Task<RegistrationReceipt> RepairAsync(ProtocolRegistration registration, CancellationToken cancellationToken = default)
    {
        var plan = Plan(registration);
        var takesDefault = plan.Registration.ReplaceOtherHandler || RegistrationErrors.Guard(() => _platform.FindOtherHandler(plan.Registration)) is null;
        return await _engine.ApplyAsync(plan, takesDefault, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the registrations of a product those that are wanted: repairs them, and takes back the others that it has receipts of.</summary>
    /// <param name="product">The product (<see cref="ProtocolRegistration.Product"/>, with the suffix in parentheses where there is one).</param>
    /// <param name="desired">What the product registers from now on; all of the product and of one scope. Empty takes back all of the user's.</param>
    /// <param name="cancellationToken">Stops between two changes; those of finished registrations stay.</param>
    /// <returns>The receipts of the desired registrations, in their order.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A registration is of another product or scope, or two have one application id.</exception>
    /// <exception cref="RegistrationException">As for <see cref="ApplyAsync"/> and <see cref="RevertAsync"/>; registrations that were finished before stay.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>For updates that add or drop a scheme. Everything is planned before anything is changed. Other products' registrations are not touched.</remarks>
    public async Task<IReadOnlyList<RegistrationReceipt>> ReconcileAsync(string product, IReadOnlyList<ProtocolRegistration> desired, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(desired);
        var plans = desired.Select(Plan).ToList();
        var scope = desired.Count == 0 ? RegistrationScope.User : desired[0].Scope;
        if (plans.Find(plan => plan.Registration.Product != product || plan.Registration.Scope != scope) is { } foreign)
            throw new ArgumentException($"'{foreign.Registration.Scheme}:' is registered for the product '{foreign.Registration.Product}' and {foreign.Registration.Scope}, not for '{product}' and {scope}.", nameof(desired));

        var wanted = plans.Select(static plan => plan.Registration.ApplicationId).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count < plans.Count)
            throw new ArgumentException("Two registrations have one application id.", nameof(desired));

        foreach (var receipt in ListReceipts(scope).Where(receipt => receipt.Registration.Product == product && !wanted.Contains(receipt.ApplicationId)))
            await RevertAsync(receipt, cancellationToken).ConfigureAwait(false);

        var receipts = new List<RegistrationReceipt>();
        foreach (var plan in plans)
            receipts.Add(await RepairAsync(plan.Registration, cancellationToken).ConfigureAwait(false));

        return receipts;
    }

    /// <summary>Waits until the system starts a program registered by PhoneLink for a scheme, as after the user was sent to the settings.</summary>
    /// <param name="scheme">The scheme without the colon, in any case.</param>
    /// <param name="timeout">How long; null for two minutes, <see cref="Timeout.InfiniteTimeSpan"/> without end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The last status: <see cref="RegistrationStatus.Default"/>, or another when the time has passed.</returns>
    /// <exception cref="ArgumentNullException">The scheme is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, and not infinite.</exception>
    /// <exception cref="RegistrationException">The text is not a scheme.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>The system is asked once a second.</remarks>
    public async Task<RegistrationInfo> WaitForDefaultAsync(string scheme, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var limit = timeout ?? DefaultWait;
        if (limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The time to wait is negative.");

        var start = _timeProvider.GetTimestamp();
        while (true)
        {
            var info = await GetStatusAsync(scheme, cancellationToken).ConfigureAwait(false);
            var left = limit == Timeout.InfiniteTimeSpan ? PollInterval : limit - _timeProvider.GetElapsedTime(start);
            if (info.Status is RegistrationStatus.Default || left <= TimeSpan.Zero)
                return info;

            await Task.Delay(left < PollInterval ? left : PollInterval, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the page of the system's settings where the user makes a registered program the default.</summary>
    /// <param name="registration">The registration.</param>
    /// <returns>
    /// On Windows an <c>ms-settings:</c> link for the host to open (<c>Process.Start</c> with UseShellExecute), which newer versions open
    /// at the product's name; null where the system has no such page.
    /// </returns>
    /// <exception cref="ArgumentNullException">The registration is null.</exception>
    /// <exception cref="RegistrationException">The registration is refused; the message names the rule.</exception>
    /// <remarks>Windows lets no program make itself the default: send the user there when he asks for it, then <see cref="WaitForDefaultAsync"/>.</remarks>
    public string? GetSettingsUri(ProtocolRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return _platform.GetSettingsUri(RegistrationRules.Check(registration));
    }

    /// <summary>Says what the operating system will do with a scheme's links.</summary>
    /// <param name="scheme">The scheme without the colon, in any case.</param>
    /// <param name="cancellationToken">Stops before the look-up.</param>
    /// <returns>The status, and the program that it is about.</returns>
    /// <exception cref="ArgumentNullException">The scheme is null.</exception>
    /// <exception cref="RegistrationException">The text is not a scheme (<see cref="RegistrationFailure.InvalidScheme"/>).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>On Linux the answer is that of GLib (<c>gio open</c>) under the XDG_CURRENT_DESKTOP of this process; KDE's own opener may differ.</remarks>
    public Task<RegistrationInfo> GetStatusAsync(string scheme, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<RegistrationInfo>(cancellationToken);

        if (!UriSyntax.IsScheme(scheme))
            return Task.FromException<RegistrationInfo>(new RegistrationException(RegistrationFailure.InvalidScheme, RegistrationRules.SchemeShape));

        try
        {
            return Task.FromResult(RegistrationErrors.Guard(() => _platform.GetStatus(scheme.ToLowerInvariant())));
        }
        catch (RegistrationException exception)
        {
            return Task.FromException<RegistrationInfo>(exception);
        }
    }
}
