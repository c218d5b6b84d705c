using PhoneLink.Registration.Freedesktop;

namespace PhoneLink.Registration;

/// <summary>Registers programs with the operating system as handlers of link schemes, and takes that back.</summary>
/// <remarks>
/// Thread-safe. Nothing happens before <see cref="ApplyAsync"/> is called, which is meant to follow an action of a user or an
/// administrator. Works on Linux desktops (freedesktop.org), for the current user.
/// </remarks>
public sealed class ProtocolRegistrar
{
    private readonly RegistrationPlatform _platform;

    internal ProtocolRegistrar(RegistrationPlatform platform) => _platform = platform;

    /// <summary>Gives the registrar of the operating system that this process runs on.</summary>
    /// <returns>The registrar.</returns>
    /// <exception cref="RegistrationException">There is none for this system (<see cref="RegistrationFailure.NotSupported"/>).</exception>
    public static ProtocolRegistrar ForCurrentOS()
    {
        if (!OperatingSystem.IsLinux())
            throw new RegistrationException(RegistrationFailure.NotSupported, "Registration works on Linux desktops only; on other systems the installer registers the scheme.");

        return new(new FreedesktopPlatform(PhysicalFileSystem.Instance, new SystemProcessRunner(TimeProvider.System), SystemEnvironment.Instance));
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

    /// <summary>Carries a plan out; when a step fails, what was done before is undone.</summary>
    /// <param name="plan">A plan of this registrar.</param>
    /// <param name="cancellationToken">Stops between two steps; what was done is undone.</param>
    /// <returns>
    /// The receipt, which <see cref="RevertAsync"/> needs. Where everything was registered already, nothing is written and the receipt
    /// is empty (<see cref="RegistrationReceipt.IsEmpty"/>): keep the earlier one, which still takes everything back.
    /// </returns>
    /// <exception cref="ArgumentNullException">The plan is null.</exception>
    /// <exception cref="RegistrationException">The registration is refused, or a step failed; nothing is changed unless the message says so.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is changed.</exception>
    /// <remarks>
    /// A file is compared with what was read just before it is replaced; there is no lock that other programs would heed, so a change
    /// within that moment is lost. A kill of the process may leave a part of the plan done; applying again completes it, and its receipt
    /// tells only of what it completed.
    /// </remarks>
    public Task<RegistrationReceipt> ApplyAsync(RegistrationPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _platform.ApplyAsync(plan, cancellationToken);
    }

    /// <summary>Takes a registration back: every file is as it was before, plus what other programs have changed since.</summary>
    /// <param name="receipt">The receipt; of several, the latest is reverted first.</param>
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
        return _platform.RevertAsync(receipt, cancellationToken);
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

        return Task.FromResult(_platform.GetStatus(scheme.ToLowerInvariant()));
    }
}
