using System.Net;
using PhoneLink;

namespace BaresipProvider;

/// <summary>Calls with baresip, a softphone that is told what to do over its control socket (module <c>ctrl_tcp</c>).</summary>
/// <remarks>
/// Thread-safe. baresip answers a command to dial before it knows anything of the other end: that is <see cref="DialStatus.Accepted"/>, and
/// <see cref="ICallEvents"/> tell the rest. The token of <see cref="DialAsync"/> takes the call back as long as nobody has answered it, also when
/// <see cref="DialAsync"/> is over. What is disposed leaves its calls up. Verified with baresip 1.0.0.
/// </remarks>
public sealed partial class BaresipTelephonyProvider : ITelephonyProvider, ICallControl, IProviderStatus, IAsyncDisposable
{
    private static readonly TelephonyCapabilities Capabilities = new() { Knowledge = CallKnowledge.Outcome, CanHangUp = true };

    private readonly BaresipOptions _options;
    private readonly TimeProvider _time;
    private readonly BaresipCalls _calls;
    private readonly BaresipSession _session;
    private volatile bool _isDisposed;

    /// <param name="options">Where baresip is; not changed afterwards.</param>
    /// <param name="time">Runs the clocks; null for the system's.</param>
    /// <exception cref="ArgumentException">The domain or the account cannot be told to baresip.</exception>
    public BaresipTelephonyProvider(BaresipOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!TelephonyUri.TryParse($"sip:0@{options.Domain}", UriParsing.Strict, out var uri, out _)
            || uri is not SipUri { Parameters.Count: 0 } || !BaresipTarget.TryWrite(uri, "", out _, out _))
            throw new ArgumentException("The domain is a host, with a port or without.", nameof(options));

        if (options.Account is { } account && (account.Length == 0 || !BaresipTarget.IsPlain(account)))
            throw new ArgumentException("The account is an address like sip:alice@pbx.example.com.", nameof(options));

        _options = options;
        _time = time ?? TimeProvider.System;
        _calls = new(_time);
        _session = new(options, _calls, _time);
    }

    /// <inheritdoc/>
    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Mode is not DialMode.Place)
            return Result(request, DialStatus.NotDispatched, DialReason.ModeNotSupported);

        if (!BaresipTarget.TryWrite(request.Target, _options.Domain, out var uri, out var reason))
            return Result(request, DialStatus.Invalid, reason);

        if (request.DryRun)
            return Result(request, DialStatus.DryRun) with { Link = TelephonyUri.Parse(uri) };

        var call = new BaresipCall(request, uri);
        return _calls.TryBegin(call, out var known) ? await DialAsync(call, cancellationToken) : Repeated(call, known);
    }

    /// <inheritdoc/>
    public async Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_calls.Find(callId) is not { IsDispatched: true } call)
            return HangUpStatus.NoCall;

        call.WishEnd(CallEndReason.Cancelled);
        return await EndAsync(call, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Opens the control socket where it is not open yet, which drives out another program that has it.</remarks>
    public async Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        using var limit = new DialLimit(Patience, _time, cancellationToken);
        var reason = DialReason.Unreachable;
        try
        {
            (var connection, reason) = await _session.ConnectAsync(limit.Token);
            if (connection is not null && await connection.AskAsync([BaresipCommands.Accounts], null, static replies => replies[0].Ok, limit.Token))
                return Status(ProviderState.Ready, IsThisMachine(_options.Host) ? null : BaresipText.OtherMachine);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Status(reason is DialReason.NotConfigured ? ProviderState.NotConfigured : ProviderState.Unreachable, BaresipText.For(reason));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(_calls.Events) ? _calls.Events
            : serviceType.IsInstanceOfType(Capabilities) ? Capabilities
            : null;
    }

    /// <summary>Closes the control socket and ends the streams of events; calls stay up.</summary>
    public ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return default;

        _isDisposed = true;
        _session.Dispose();
        _calls.Dispose();
        return default;
    }

    private ProviderStatus Status(ProviderState state, string? message) =>
        new(state) { Message = message, Handler = "baresip", CheckedAt = _time.GetUtcNow() };

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static DialResult Result(DialRequest request, DialStatus status, DialReason reason = DialReason.None) =>
        new(status, request.CallId) { Reason = reason, Message = BaresipText.For(reason) };
}
