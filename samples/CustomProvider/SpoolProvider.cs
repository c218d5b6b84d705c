using PhoneLink;

namespace CustomProvider;

/// <summary>Calls by files that Asterisk picks up (https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Call-Files): the own telephone first, then the number.</summary>
/// <param name="spool">Asterisk's spool, with the folders <c>tmp</c> and <c>outgoing</c>: <c>/var/spool/asterisk</c>.</param>
/// <param name="device">The caller's telephone: <c>PJSIP/desk</c>; the host's choice, never a link's.</param>
internal sealed class SpoolProvider(string spool, string device) : ITelephonyProvider
{
    private static readonly TelephonyCapabilities Capabilities = new() { CallsDeviceFirst = true, IsRemote = true };

    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Mode is not DialMode.Place)
            return Result(request, DialStatus.NotDispatched, DialReason.ModeNotSupported, "A call file places a call at once.");

        // Digits, plus, star and hash: nothing that could start a line or a field of its own.
        if (request.Target.Number?.Digits is not { } digits)
            return Result(request, DialStatus.Invalid, DialReason.NoNumber, "The target names no telephone number.");

        if (request.DryRun)
            return new(DialStatus.DryRun, request.CallId) { Link = request.Target };

        var file = Path.Combine(spool, "tmp", $"{request.CallId}.call");
        try
        {
            var call = $"Channel: {device}\nContext: from-internal\nExtension: {digits}\nPriority: 1\nMaxRetries: 0\n";
            await File.WriteAllTextAsync(file, call, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Result(request, DialStatus.NotDispatched, DialReason.Unreachable, "The spool cannot be written; nothing was dialled.");
        }

        // The file moves whole and in one step, and from then on Asterisk may have it. What goes wrong here is Ambiguous, by the pipeline.
        request.MarkDispatching();
        File.Move(file, Path.Combine(spool, "outgoing", $"{request.CallId}.call"));
        return new(DialStatus.HandedOff, request.CallId) { Link = request.Target };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TelephonyCapabilities) ? Capabilities
            : null;
    }

    private static DialResult Result(DialRequest request, DialStatus status, DialReason reason, string message) =>
        new(status, request.CallId) { Reason = reason, Message = message };
}
