using System.Collections.Concurrent;

namespace PhoneLink;

/// <summary>Calls by another process of this user on this machine: one that runs a <see cref="LocalTelephonyListener"/>.</summary>
/// <remarks>
/// <para>
/// Thread-safe. The listener acknowledges at once, carries the call out by a pipeline of its own, which asks and notes by itself, answers with
/// what that knows, and tells the events of the call to its end. It dials an id once. What is disposed leaves its calls up.
/// </para>
/// <para>
/// Nothing is sent again. What the listener did not get, or refused, is <see cref="DialStatus.NotDispatched"/>; what it got and did not
/// acknowledge or answer is <see cref="DialStatus.Ambiguous"/>. Cancelled, or later than the longer of <see cref="DialRequest.AcceptTimeout"/> and
/// <see cref="DialRequest.AnswerTimeout"/>, the listener is told that the call is not wanted any more, and what it says is the answer. Net10.0 only.
/// </para>
/// </remarks>
public sealed class LocalListenerTelephonyProvider : ITelephonyProvider, ICallControl, IProviderStatus, IAsyncDisposable
{
    /// <summary>The name under which to add it to a <see cref="TelephonyProviderBuilder"/>.</summary>
    public const string Name = "local";

    /// <summary>How long the listener's telephone may take to hang up, or to tell how it is, and a little more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly LocalListenerTelephonyOptions _options;
    private readonly TimeProvider _time;
    private readonly ListenerClient _client;
    private readonly CallEventPublisher _events;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private readonly ConcurrentDictionary<ListenerDial, Task> _open = new();
    private int _isDisposed;

    /// <summary>Makes a provider.</summary>
    /// <param name="options">By which listener to call.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public LocalListenerTelephonyProvider(LocalListenerTelephonyOptions options, TimeProvider? time = null)
        : this(options, time ?? TimeProvider.System, null)
    {
    }

    internal LocalListenerTelephonyProvider(LocalListenerTelephonyOptions options, TimeProvider time, Func<ILocalChannel>? findChannel)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time, _events, _stopped) = (options, time, new(time), _stop.Token);
        _client = new(findChannel ?? (() => new ListenerName(options.Listener).MakeChannel(mayMake: false)), time);
    }

    /// <inheritdoc/>
    /// <remarks>A dry run goes to the listener too, which says what it would dial.</remarks>
    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_stopped.IsCancellationRequested, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_options.Capabilities.Supports(request.Mode))
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.ModeNotSupported);

        if (HopCount.Current >= HopCount.Limit)
            return NotDispatched(request, DialReason.Loop);

        return DialOrder.From(request, HopCount.Current + 1) is { } order && ListenerFrame.Write(ListenerFrameKind.Dial, order, ListenerJson.Default.DialOrder) is { } frame
            ? await DialAsync(request, frame, cancellationToken).ConfigureAwait(false)
            : DialResult.For(request, DialStatus.Invalid, DialReason.NotExpressible, DialMessages.ListenerNotExpressible);
    }

    /// <inheritdoc/>
    public async Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (callId == default)
            return HangUpStatus.NoCall;

        var (answer, reason) = await _client.AskAsync(CallReference.Write(callId), _options.ReachTimeout, Patience, cancellationToken).ConfigureAwait(false);
        if (answer?.Read(ListenerFrameKind.HungUp, ListenerJson.Default.HangUpAnswer) is { } hungUp)
            return hungUp.ToStatus();

        return reason is DialReason.NotRunning && _events.Find(callId) is null ? HangUpStatus.NoCall : HangUpStatus.Unknown;
    }

    /// <inheritdoc/>
    /// <remarks>Asks the listener, which asks its own telephone.</remarks>
    public async Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (answer, reason) = await _client.AskAsync(ListenerFrame.Write(ListenerFrameKind.AskStatus), _options.ReachTimeout, Patience, cancellationToken).ConfigureAwait(false);
        var status = answer?.Read(ListenerFrameKind.Status, ListenerJson.Default.StatusAnswer)?.ToStatus() ?? new ProviderStatus(StateFor(reason)) { Message = DialMessages.OfListener(reason) };
        return status with { CheckedAt = _time.GetUtcNow() };
    }

    /// <inheritdoc/>
    /// <remarks>Gives the provider itself, its <see cref="TelephonyCapabilities"/>, and what they say that it has of <see cref="ICallEvents"/> and <see cref="ICallControl"/>.</remarks>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return serviceKey is ListenerName { Value: var name } && name == _options.Listener && serviceType == GetType() ? this : null;

        if (serviceType.IsInstanceOfType(_events))
            return IsTold ? _events : null;

        if (serviceType == typeof(ICallControl) && !_options.Capabilities.CanHangUp)
            return null;

        return serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TelephonyCapabilities) ? _options.Capabilities
            : null;
    }

    /// <summary>Closes the connections and ends the streams of events; calls stay up.</summary>
    /// <returns>A task that ends when that is done.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;

        _events.Dispose();
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_open.Values).ConfigureAwait(false);
        _stop.Dispose();
    }

    private bool IsTold => _options.Capabilities.Knowledge >= CallKnowledge.Progress;

    private async Task<DialResult> DialAsync(DialRequest request, byte[] order, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var (stream, reason, message) = await _client.ConnectAsync(_options.ReachTimeout, cancellationToken).ConfigureAwait(false);
        if (stream is null)
            return NotDispatched(request, reason, message);

        // The last moment at which nothing has left.
        var left = _options.ReachTimeout - _time.GetElapsedTime(start);
        if (cancellationToken.IsCancellationRequested || left <= TimeSpan.Zero)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return NotDispatched(request, DialReason.BackEndBusy);
        }

        var dial = new ListenerDial(stream, request, IsTold ? _events : null, _options.ReachTimeout, _time);
        try
        {
            return await dial.RunAsync(order, left, cancellationToken, _stopped).ConfigureAwait(false);
        }
        finally
        {
            Keep(dial);
        }
    }

    /// <summary>Waits for the call's end in the background.</summary>
    private void Keep(ListenerDial dial)
    {
        _open[dial] = dial.Reading;
        _ = dial.Reading.ContinueWith(_ => _open.TryRemove(dial, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static DialResult NotDispatched(DialRequest request, DialReason reason, string? message = null) =>
        DialResult.For(request, DialStatus.NotDispatched, reason, message ?? DialMessages.OfListener(reason));

    private static ProviderState StateFor(DialReason reason) => reason switch
    {
        DialReason.NotRunning => ProviderState.NoHandler,
        DialReason.VersionMismatch => ProviderState.NotSupported,
        DialReason.NotConfigured => ProviderState.NotConfigured,
        _ => ProviderState.Unreachable,
    };
}
