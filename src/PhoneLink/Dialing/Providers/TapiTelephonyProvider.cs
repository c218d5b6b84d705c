namespace PhoneLink;

/// <summary>Hands calls to the user's call manager by assisted telephony of Windows (TAPI), which chooses line and telephone.</summary>
/// <remarks>
/// Thread-safe. The call manager is the user's choice in Windows, and the vendors' telephony services (TSP) lie behind it; what it makes of a
/// call nobody reports, so the best status is <see cref="DialStatus.HandedOff"/>. Elsewhere than on Windows it answers
/// <see cref="DialReason.NotConfigured"/>.
/// </remarks>
public sealed partial class TapiTelephonyProvider : ITelephonyProvider, IProviderStatus
{
    /// <summary>The name under which to add it to a <see cref="TelephonyProviderBuilder"/>.</summary>
    public const string Name = "tapi";

    private static readonly TelephonyCapabilities Abilities = new() { NeedsDesktop = true };

    private readonly TapiOptions _options;
    private readonly ITapi? _tapi;
    private readonly IRegistry? _registry;
    private readonly TimeProvider _time;

    /// <summary>Makes a provider.</summary>
    /// <param name="options">What the call manager is told; null for the number alone.</param>
    /// <param name="timeProvider">The clock for time-outs; null for the system's.</param>
    public TapiTelephonyProvider(TapiOptions? options = null, TimeProvider? timeProvider = null)
        : this(options ?? new(), ThisSystem(out var registry), registry, timeProvider ?? TimeProvider.System)
    {
    }

    internal TapiTelephonyProvider(TapiOptions options, ITapi? tapi, IRegistry? registry, TimeProvider time)
    {
        _options = new() { ApplicationName = options.ApplicationName, SendsCalledParty = options.SendsCalledParty, Comment = options.Comment };
        _tapi = tapi;
        _registry = registry;
        _time = time;
    }

    /// <inheritdoc/>
    /// <remarks>A dry run does not find out whether there is a call manager; <see cref="GetStatusAsync"/> does.</remarks>
    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Target.Number is not { } number)
            return DialResult.For(request, DialStatus.Invalid, DialReason.NoNumber);

        if (!Abilities.Supports(request.Mode))
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.ModeNotSupported);

        if (!TapiAddress.TryWrite(number, request.Analysis, out var address))
            return DialResult.For(request, DialStatus.Invalid, DialReason.NotExpressible, DialMessages.TapiNotExpressible);

        if (request.DryRun)
            return new(DialStatus.DryRun, request.CallId) { Link = request.Target };

        if (_tapi?.Find() is not { } call)
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.NotConfigured, DialMessages.TapiMissing);

        return _tapi.IsInteractive
            ? await RequestAsync(request, call, address, cancellationToken)
            : DialResult.For(request, DialStatus.NotDispatched, DialReason.NotInteractive, DialMessages.TapiNotInteractive);
    }

    /// <inheritdoc/>
    /// <remarks>Gives the provider itself, which is its <see cref="IProviderStatus"/>, and its <see cref="TelephonyCapabilities"/>.</remarks>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TelephonyCapabilities) ? Abilities
            : null;
    }

    private async Task<DialResult> RequestAsync(DialRequest request, ITapiCall call, string address, CancellationToken cancellationToken)
    {
        var fields = new TapiFields(call, _options, request.Subject);
        var encoded = call.Encode(address)!; // ASCII, which every code page has.
        try
        {
            // A thread of its own: a call manager that hangs must hold neither the caller nor the pool.
            var code = await Task.Factory
                .StartNew(() => call.Request(encoded, fields.Application, fields.CalledParty, fields.Comment), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(request.AcceptTimeout, _time, cancellationToken);
            return Result(request, code, fields.IsLossy);
        }
        catch (TimeoutException)
        {
            return Left(request, DialReason.TimedOut);
        }
        catch (OperationCanceledException)
        {
            return Left(request, DialReason.Cancelled);
        }
    }

    private static DialResult Left(DialRequest request, DialReason reason)
    {
        request.MarkDispatching();
        return DialResult.For(request, DialStatus.Ambiguous, reason);
    }

    private static DialResult Result(DialRequest request, int code, bool isLossy)
    {
        var (status, reason, message) = Meaning(code);

        // Only now: these codes prove that nothing was queued, and such a proof must not be doubted because of an early mark.
        if (status is DialStatus.HandedOff or DialStatus.Ambiguous)
            request.MarkDispatching();

        var number = request.Target.Number!;
        return DialResult.For(request, status, reason, message ?? (status is DialStatus.HandedOff ? DialMessages.TapiLoss((number.Extension ?? number.Subaddress) is not null, isLossy) : null)) with
        {
            NativeCode = code,
        };
    }

    /// <summary>A code for which there is no reason here, TAPIERR_INVALPOINTER (-18) too, says that something is not as it is understood: nothing is proved then.</summary>
    private static (DialStatus Status, DialReason Reason, string? Message) Meaning(int code) => code switch
    {
        TapiCodes.Queued => (DialStatus.HandedOff, DialReason.None, null),
        TapiCodes.NoRecipient => (DialStatus.NotDispatched, DialReason.NoHandler, DialMessages.TapiNoCallManager),
        TapiCodes.QueueFull => (DialStatus.NotDispatched, DialReason.BackEndBusy, null),
        TapiCodes.InvalidAddress => (DialStatus.Invalid, DialReason.InvalidNumber, null),
        _ => (DialStatus.Ambiguous, DialReason.Undecidable, null),
    };

    private static Tapi? ThisSystem(out WindowsRegistry? registry)
    {
#if NET
        var isWindows = OperatingSystem.IsWindows();
#else
        var isWindows = System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(System.Runtime.InteropServices.OSPlatform.Windows);
#endif
        registry = isWindows ? WindowsRegistry.Instance : null;
        return isWindows ? Tapi.Instance : null;
    }
}
