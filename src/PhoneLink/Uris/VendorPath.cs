namespace PhoneLink;

/// <summary>Takes the part of a vendor's link before its fragment apart: path and query.</summary>
internal static class VendorPath
{
    /// <summary>Finds path and query.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> body, out ReadOnlySpan<char> query)
    {
        query = default;
        var question = body.IndexOf('?');
        if (question < 0)
            return Trim(body);

        query = body.Slice(question + 1);
        return Trim(body.Slice(0, question));
    }

    /// <summary>Cuts the host of a web link.</summary>
    public static ReadOnlySpan<char> BehindHost(ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        return slash < 0 ? default : path.Slice(slash + 1);
    }

    public static IReadOnlyList<KeyValuePair<string, string>> ReadQuery(ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
            return [];

        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var parameter in new UriPieces(query, '&', 0))
        {
            var equals = parameter.Text.IndexOf('=');
            if (equals >= 0)
                parameters.Add(new(UriText.Decode(parameter.Text.Slice(0, equals)), UriText.Decode(parameter.Text.Slice(equals + 1))));
            else if (!parameter.Text.IsEmpty)
                parameters.Add(new(UriText.Decode(parameter.Text), ""));
        }

        return parameters;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> path)
    {
        // One slash starts the path of a scheme without a host (RFC 3986 §3.3), two an authority, where vendors have numbers.
        if (path.StartsWith("//".AsSpan(), StringComparison.Ordinal))
            path = path.Slice(2);

        return !path.IsEmpty && path[path.Length - 1] == '/' ? path.Slice(0, path.Length - 1) : path;
    }
}
