namespace PhoneLink;

/// <summary>Sends one request, and says what is known afterwards; from the moment in which it may have left, nothing is thrown.</summary>
internal sealed class HttpDispatch(HttpRequestMessage message, bool isOwnClient, TimeProvider time)
{
    private readonly NotedContent? _content = (NotedContent?)message.Content;

    private bool IsUntouched => _content is null or { Copies: 0 };

    /// <summary>
    /// The provider's own client sends a header together with its body, so that where nobody took the body nothing was sent; of other clients, and
    /// of requests without body, that is not known.
    /// </summary>
    private bool IsUnsent => OwnHttpClient.SendsHeaderWithBody && isOwnClient && _content is { Copies: 0 };

    public async Task<DialResult> SendAsync(HttpMessageInvoker client, DialRequest request, CancellationToken cancellationToken)
    {
        if (isOwnClient)
            message.Headers.ConnectionClose = true;

        using var timeout = Deadline.In(request.AcceptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await SendAsync(client, either.Token);
            return await JudgedAsync(request, response);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested && IsUnsent))
        {
            return Judged(request, exception, cancellationToken.IsCancellationRequested);
        }
    }

    /// <summary>An <see cref="HttpClient"/> reads the whole body into memory, unless it is told not to.</summary>
    private Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, CancellationToken cancellationToken) => client is HttpClient whole
        ? whole.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : client.SendAsync(message, cancellationToken);

    /// <summary>
    /// Says whether the last answer may not be the only one: a layer of the host's has taken the body twice, or has it in memory, and so may have
    /// sent it or a copy of the request as often as it liked.
    /// </summary>
    private async Task<bool> MayBeRepeatedAsync() => _content is { Copies: > 1 } || (!isOwnClient && _content is { Copies: 1 } && await _content.IsKeptAsync());

    private async Task<DialResult> JudgedAsync(DialRequest request, HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        var (status, reason) = HttpAnswer.Meaning(code);
        if (status is DialStatus.NotDispatched && await MayBeRepeatedAsync())
            (status, reason) = (DialStatus.Ambiguous, DialReason.Undecidable);

        return DialResult.For(request, status, reason) with
        {
            NativeCode = code,
            RetryAfter = reason is DialReason.TooManyCalls ? HttpAnswer.Delay(response.Headers.RetryAfter, time) : null,
            OriginalCallId = status is DialStatus.Duplicate ? request.CallId : null,
        };
    }

    private DialResult Judged(DialRequest request, Exception exception, bool isCancelled)
    {
        if (exception is OperationCanceledException && isCancelled)
            return DialResult.For(request, DialStatus.Ambiguous, DialReason.Cancelled) with { IsCancellationIgnored = true };

        if (exception is OperationCanceledException)
            return IsUnsent
                ? DialResult.For(request, DialStatus.NotDispatched, DialReason.Unreachable)
                : DialResult.For(request, DialStatus.Ambiguous, DialReason.TimedOut);

        if (IsUntouched && HttpFailure.ProvesNoConnection(exception))
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.Unreachable);

        return DialResult.For(
            request, DialStatus.Ambiguous, exception is HttpRequestException or IOException ? DialReason.Undecidable : DialReason.ProviderFailed);
    }
}
