namespace PhoneLink;

/// <summary>Makes the request for a call: the same header lines for every call, and values only where the template has holes.</summary>
internal sealed class HttpTemplate
{
    /// <summary>https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header; the value unquoted, as back ends in the field take it.</summary>
    private const string IdempotencyKey = "Idempotency-Key";

    private readonly HttpMethod _method;
    private readonly HttpAddress _address;
    private readonly HttpBody _body;
    private readonly KeyValuePair<string, string>[] _headers;

    public HttpTemplate(HttpTemplateTelephonyOptions options)
    {
        if (options.Method != HttpMethod.Post && options.Method != HttpMethod.Put && options.Method != HttpMethod.Get)
            throw new ArgumentException("The method is POST, PUT or GET.", nameof(options));

        if (options.Method == HttpMethod.Get && options.Body is not null)
            throw new ArgumentException("A GET request has no body.", nameof(options));

        (_method, _address, _body) = (options.Method, new(options), new(options));
        if (!_address.HasNumber && !_body.HasNumber)
            throw new ArgumentException("Neither the address nor the body holds %p, so that the back end would not know whom to call.", nameof(options));

        _headers = [.. options.Headers];
        CheckHeaders();
    }

    /// <summary>Gets the method's name.</summary>
    public string Method => _method.Method;

    /// <summary>Gets scheme, host and port.</summary>
    public string Origin => _address.Origin;

    /// <summary>Makes the request; null when a value has no place in it.</summary>
    public HttpRequestMessage? Make(DialRequest request)
    {
        var url = _address.Expand(request);
        var octets = _body.Expand(request);
        if (url is null || octets is null)
            return null;

        // An empty body is one too: a request without may be sent again.
        var hasBody = _method != HttpMethod.Get || OwnHttpClient.RepeatsWithoutBody;
        var message = new HttpRequestMessage(_method, url) { Content = hasBody ? new NotedContent(octets, _body.MediaType) : null };
        message.Headers.ExpectContinue = false;
        message.Headers.Add(IdempotencyKey, request.CallId.ToString());
        foreach (var header in _headers)
            message.Headers.Add(header.Key, header.Value);

        return message;
    }

    private void CheckHeaders()
    {
        using var message = new HttpRequestMessage();
        foreach (var header in _headers)
        {
            // The client's own check lets through what some transports fold.
            var isText = header.Value is not null && !header.Value.Any(char.IsControl);
            if (!isText || header.Key.Equals(IdempotencyKey, StringComparison.OrdinalIgnoreCase) || !IsAccepted(message, header))
                throw new ArgumentException("A header has no name of a request header, is set by the provider, or holds a control character.", "options");
        }
    }

    private static bool IsAccepted(HttpRequestMessage message, KeyValuePair<string, string> header)
    {
        try
        {
            message.Headers.Add(header.Key, header.Value);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
