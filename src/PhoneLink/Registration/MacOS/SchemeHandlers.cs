using System.Runtime.Versioning;

namespace PhoneLink.Registration.MacOS;

/// <summary>Whose a scheme is on macOS, and the wish to have it; the rules, apart from the calls.</summary>
/// <remarks>Tried with a simulated system only. The calls (<see cref="LaunchServices"/>) were never run on a Mac.</remarks>
internal sealed class SchemeHandlers(ILaunchServices launchServices, TimeProvider timeProvider)
{
    /// <summary>permErr of MacErrors.h, which sandboxed callers get.</summary>
    private const int SandboxDenied = -54;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Some changes are undone within this time, without an error.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    [SupportedOSPlatform("macos")]
    public static SchemeHandlers ForCurrentOS() => new(new LaunchServices(), TimeProvider.System);

    /// <summary>Says what macOS will do with a scheme's links.</summary>
    /// <param name="scheme">The scheme in lower case.</param>
    /// <param name="bundleId">Our program.</param>
    public RegistrationInfo GetStatus(string scheme, string bundleId)
    {
        if (launchServices.FindDefaultHandler(scheme) is not { } owner)
            return IsDeclared(scheme, bundleId) ? new(RegistrationStatus.Registered) { OwnerId = bundleId } : new(RegistrationStatus.NotRegistered);

        if (IsSame(owner, bundleId))
            return new(RegistrationStatus.Default) { OwnerId = owner };

        return new(IsDeclared(scheme, bundleId) ? RegistrationStatus.Candidate : RegistrationStatus.NotRegistered) { OwnerId = owner };
    }

    /// <summary>Asks to become the default, and looks again what came of it.</summary>
    /// <param name="scheme">The scheme in lower case.</param>
    /// <param name="bundleId">Our program.</param>
    /// <param name="patience">How long a user who is asked may take.</param>
    /// <param name="cancellationToken">Ends the waiting; what was asked for stays asked for.</param>
    public async Task<DefaultChange> MakeDefaultAsync(string scheme, string bundleId, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        if (IsDefault(scheme, bundleId))
            return DefaultChange.Made;

        if (!IsDeclared(scheme, bundleId))
            return DefaultChange.NotDeclared;

        var status = launchServices.SetDefaultHandler(scheme, bundleId);
        if (status != 0)
            return status == SandboxDenied ? DefaultChange.SandboxDenied : DefaultChange.Failed;

        for (var start = timeProvider.GetTimestamp(); !IsDefault(scheme, bundleId);)
        {
            if (timeProvider.GetElapsedTime(start) >= patience)
                return DefaultChange.Declined;

            await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        await Task.Delay(Settling, timeProvider, cancellationToken).ConfigureAwait(false);
        return IsDefault(scheme, bundleId) ? DefaultChange.Made : DefaultChange.Reverted;
    }

    private bool IsDefault(string scheme, string bundleId) => launchServices.FindDefaultHandler(scheme) is { } owner && IsSame(owner, bundleId);

    private bool IsDeclared(string scheme, string bundleId) => launchServices.ListHandlers(scheme).Any(handler => IsSame(handler, bundleId));

    /// <summary>Launch Services gives identifiers back in lower case.</summary>
    private static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
