namespace PhoneLink;

/// <summary>Takes the part behind a vendor's scheme apart: path, number in it, query.</summary>
internal static class VendorPath
{
    /// <summary>Suffixes of NetMeeting's callto; its plus is also the plus of a global number, so only these two are cut.</summary>
    private static readonly string[] CalltoSuffixes = ["+type=", "+gateway="];

    /// <summary>Finds path and query; <paramref name="isCut"/> says that a raw hash ended the path, which a number would have been cut short by.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> rest, out ReadOnlySpan<char> query, out bool isCut)
    {
        query = default;
        var fragment = rest.IndexOf('#');
        if (fragment >= 0)
            rest = rest.Slice(0, fragment);

        var question = rest.IndexOf('?');
        isCut = fragment >= 0 && question < 0;
        if (question >= 0)
        {
            query = rest.Slice(question + 1);
            rest = rest.Slice(0, question);
        }

        if (rest.StartsWith("//".AsSpan(), StringComparison.Ordinal))
            rest = rest.Slice(2);

        return !rest.IsEmpty && rest[rest.Length - 1] == '/' ? rest.Slice(0, rest.Length - 1) : rest;
    }

    /// <summary>Reads the path as a number; <paramref name="postDialAt"/> is where in the path what is keyed after the answer starts, or -1; <paramref name="isUsable"/> says that no mandatory parameter forbids its use.</summary>
    public static PhoneNumber? ReadNumber(string scheme, ReadOnlySpan<char> path, out int postDialAt, out bool isUsable)
    {
        (postDialAt, isUsable) = (-1, true);
        if (scheme == UriSyntax.Https || path.IsEmpty)
            return null;

        if (scheme == VendorUri.CalltoSchemeName && path.IndexOf('=') >= 0)
            foreach (var suffix in CalltoSuffixes)
            {
                var index = path.IndexOf(suffix.AsSpan(), StringComparison.OrdinalIgnoreCase);
                if (index > 0)
                    path = path.Slice(0, index);
            }

        // In a private scheme letters are a name, not hexadecimal digits.
        if (HasLetterOrSpace(path))
            return null;

        var repairs = new RepairList(UriParsing.Lenient);
        if (TelephoneSubscriber.Read(path, ref repairs, out _) is not { IsExtensionLost: false } subscriber)
            return null;

        postDialAt = repairs.PositionOf(ParseErrorKind.PostDial);
        isUsable = UriParameter.AreUsable(subscriber.Parameters);
        return subscriber.Number;
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

    private static bool HasLetterOrSpace(ReadOnlySpan<char> path)
    {
        for (var i = 0; i < path.Length && path[i] != ';';)
        {
            var c = UriText.CharacterAt(path, i, out var width);
            if (char.IsAsciiLetter(c) || NumberCharacters.IsSpace(c))
                return true;

            i += width;
        }

        return false;
    }
}
