using PhoneLink.Registration.MacOS;

namespace PhoneLink.Registration;

/// <summary>Says whose a scheme is on macOS, and asks the system to make a program the default.</summary>
/// <remarks>
/// Thread-safe. On macOS a program's bundle declares its schemes (<see cref="RegistrationExport.ToInfoPlist"/>, <see cref="InfoPlist"/>);
/// only the default among the programs is chosen at run time. In the net10.0 build only. Tried with a simulated system: its calls of
/// Launch Services were written after Apple's documentation and were never run on a Mac.
/// </remarks>
public sealed class MacOSSchemeHandlers
{
    /// <summary>permErr of MacErrors.h, which sandboxed callers get.</summary>
    private const int SandboxDenied = -54;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Some changes are undone within this time, without an error.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private readonly ILaunchServices _launchServices;
    private readonly TimeProvider _timeProvider;

    internal MacOSSchemeHandlers(ILaunchServices launchServices, TimeProvider timeProvider) => (_launchServices, _timeProvider) = (launchServices, timeProvider);

    /// <summary>Gives the handlers of the Mac that this process runs on.</summary>
    /// <returns>The handlers.</returns>
    /// <exception cref="RegistrationException">This is no Mac (<see cref="RegistrationFailure.NotSupported"/>).</exception>
    public static MacOSSchemeHandlers ForCurrentOS() => OperatingSystem.IsMacOS()
        ? new(new LaunchServices(), TimeProvider.System)
        : throw new RegistrationException(RegistrationFailure.NotSupported, "Launch Services are of macOS; elsewhere use ProtocolRegistrar.");

    /// <summary>Says what macOS will do with a scheme's links.</summary>
    /// <param name="scheme">The scheme without the colon, in any case.</param>
    /// <param name="bundleId">The identifier of the program's bundle, such as <c>com.contoso.phone</c>.</param>
    /// <returns>The status; <see cref="RegistrationInfo.OwnerId"/> is the bundle identifier of the program that is started.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="RegistrationException">The scheme is refused (<see cref="RegistrationFailure.InvalidScheme"/>).</exception>
    public RegistrationInfo GetStatus(string scheme, string bundleId)
    {
        scheme = Check(scheme, bundleId);
        if (_launchServices.FindDefaultHandler(scheme) is not { } owner)
            return IsDeclared(scheme, bundleId) ? new(RegistrationStatus.Registered) { OwnerId = bundleId } : new(RegistrationStatus.NotRegistered);

        if (IsSame(owner, bundleId))
            return new(RegistrationStatus.Default) { OwnerId = owner };

        return new(IsDeclared(scheme, bundleId) ? RegistrationStatus.Candidate : RegistrationStatus.NotRegistered) { OwnerId = owner };
    }

    /// <summary>Asks to become the default, and looks again what came of it.</summary>
    /// <param name="scheme">The scheme without the colon, in any case.</param>
    /// <param name="bundleId">The identifier of the program's bundle.</param>
    /// <param name="patience">How long the user, whom macOS may ask, may take; not negative.</param>
    /// <param name="cancellationToken">Ends the waiting; what was asked for stays asked for.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="RegistrationException">The scheme is refused (<see cref="RegistrationFailure.InvalidScheme"/>).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Meant to follow an action of the user; never take a default back silently.</remarks>
    public async Task<DefaultChange> MakeDefaultAsync(string scheme, string bundleId, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        scheme = Check(scheme, bundleId);
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, TimeSpan.Zero);
        if (IsDefault(scheme, bundleId))
            return DefaultChange.Made;

        if (!IsDeclared(scheme, bundleId))
            return DefaultChange.NotDeclared;

        var status = _launchServices.SetDefaultHandler(scheme, bundleId);
        if (status != 0)
            return status == SandboxDenied ? DefaultChange.SandboxDenied : DefaultChange.Failed;

        for (var start = _timeProvider.GetTimestamp(); !IsDefault(scheme, bundleId);)
        {
            if (_timeProvider.GetElapsedTime(start) >= patience)
                return DefaultChange.Declined;

            await Task.Delay(PollInterval, _timeProvider, cancellationToken).ConfigureAwait(false);
        }

        await Task.Delay(Settling, _timeProvider, cancellationToken).ConfigureAwait(false);
        return IsDefault(scheme, bundleId) ? DefaultChange.Made : DefaultChange.Reverted;
    }

    private static string Check(string scheme, string bundleId)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(bundleId);
        RegistrationRules.CheckScheme(scheme);
        return scheme.ToLowerInvariant();
    }

    private bool IsDefault(string scheme, string bundleId) => _launchServices.FindDefaultHandler(scheme) is { } owner && IsSame(owner, bundleId);

    private bool IsDeclared(string scheme, string bundleId) => _launchServices.ListHandlers(scheme).Any(handler => IsSame(handler, bundleId));

    /// <summary>Launch Services gives identifiers back in lower case.</summary>
    private static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
