namespace PhoneLink;

/// <summary>Calls by one HTTP request: a PBX, a web hook, a desk telephone's action address.</summary>
/// <remarks>
/// Thread-safe. One request for a call, never a second one: no redirect is followed, nothing is tried again, and the connection is not used
/// again. Answers are judged by their status, and their bodies are not read. A client of the host's own follows its own settings: see that it
/// follows no redirects, and that no layer of it tries again. An answer says that the back end has the call, and no more.
/// </remarks>
public sealed class HttpTemplateTelephonyProvider : ITelephonyProvider, IDisposable
{
    private readonly HttpTemplate _template;
    private readonly Func<HttpMessageInvoker>? _client;
    private readonly HttpMessageInvoker? _own;
    private readonly TimeProvider _time;
    private readonly TelephonyCapabilities _capabilities;
    private volatile bool _isDisposed;

    /// <summary>Makes a provider with a client of its own.</summary>
    /// <param name="options">Which request to send.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The address is not https, has a user, a fragment or a hole before its path; nothing holds <c>%p</c>; the method is none of the three; a
    /// hole of a JSON body stands in no string; or a header is malformed.
    /// </exception>
    /// <exception cref="PhoneLinkParseException">Address or body are malformed, or name a variable that nobody knows or that holds a secret.</exception>
    public HttpTemplateTelephonyProvider(HttpTemplateTelephonyOptions options)
        : this(options, null, null)
    {
    }

    /// <summary>Makes a provider with a client of the host's, and a clock.</summary>
    /// <param name="options">Which request to send.</param>
    /// <param name="client">
    /// Gives the client for each call, which is not disposed: <c>() =&gt; factory.CreateClient("pbx")</c>. Null for one of the provider's own,
    /// without proxy, cookies and redirects.
    /// </param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="HttpTemplateTelephonyProvider(HttpTemplateTelephonyOptions)"/>.</exception>
    /// <exception cref="PhoneLinkParseException">Address or body are malformed, or name a variable that nobody knows or that holds a secret.</exception>
    public HttpTemplateTelephonyProvider(HttpTemplateTelephonyOptions options, Func<HttpMessageInvoker>? client, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _template = new(options);
        _client = client;
        _own = client is null ? OwnHttpClient.Create() : null;
        _time = time ?? TimeProvider.System;
        _capabilities = new() { Knowledge = CallKnowledge.Acceptance, IsIdempotent = options.IsIdempotent, IsRemote = options.IsRemote };
    }

    /// <inheritdoc/>
    /// <remarks>A dry run says where the request would go, and sends nothing.</remarks>
    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Target.Number is null)
            return DialResult.For(request, DialStatus.Invalid, DialReason.NoNumber);

        if (!_capabilities.Supports(request.Mode))
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.ModeNotSupported);

        using var message = _template.Make(request);
        if (message is null)
            return DialResult.For(request, DialStatus.Invalid, DialReason.NotExpressible, DialMessages.NoRequest);

        return request.DryRun
            ? DialResult.For(request, DialStatus.DryRun, DialReason.None, DialMessages.WouldSend(_template.Method, _template.Origin))
            : await DialAsync(request, message, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Gives the provider itself and its <see cref="TelephonyCapabilities"/>.</remarks>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TelephonyCapabilities) ? _capabilities
            : null;
    }

    /// <summary>Ends the provider's own client; one of the host's stays.</summary>
    /// <remarks>Calls stay up.</remarks>
    public void Dispose()
    {
        _isDisposed = true;
        _own?.Dispose();
    }

    private async Task<DialResult> DialAsync(DialRequest request, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (ClientOrNull() is not { } client)
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.NotConfigured);

        var dispatch = new HttpDispatch(message, isOwnClient: client == _own, _time);
        var result = await dispatch.SendAsync(client, request, cancellationToken);

        // Only now: a refusal proves that there is no call, and such a proof must not be doubted because of an early mark.
        if (result.CallMayExist)
            request.MarkDispatching();

        return result;
    }

    private HttpMessageInvoker? ClientOrNull()
    {
        try
        {
            return _own ?? _client!();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The host's code failed before anything could be sent.
            return null;
        }
    }
}
