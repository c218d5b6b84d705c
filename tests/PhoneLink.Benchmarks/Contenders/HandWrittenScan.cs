namespace PhoneLink.Benchmarks.Contenders;

/// <summary>The limit of the way back: a scan for one link and no other, which tolerates nothing.</summary>
internal static class HandWrittenScan
{
    public static LinkParts? ReadTel(string link)
    {
        var rest = link.AsSpan();
        return TryTake(ref rest, "tel:") && TryTakeNumber(ref rest, out var number) && rest.IsEmpty ? new(number.ToString()) : null;
    }

    public static bool IsTel(ReadOnlySpan<char> link) => TryTake(ref link, "tel:") && TryTakeNumber(ref link, out _) && link.IsEmpty;

    public static LinkParts? ReadFiveHoles(string link) =>
        TryScan(link, out var number, out var person, out var company, out var user, out var id)
            ? new(number.ToString(), Uri.UnescapeDataString(person), Uri.UnescapeDataString(company), Uri.UnescapeDataString(user), Uri.UnescapeDataString(id))
            : null;

    public static bool IsFiveHoles(ReadOnlySpan<char> link) => TryScan(link, out _, out _, out _, out _, out _);

    private static bool TryScan(
        ReadOnlySpan<char> rest, out ReadOnlySpan<char> number, out ReadOnlySpan<char> person, out ReadOnlySpan<char> company, out ReadOnlySpan<char> user, out ReadOnlySpan<char> id)
    {
        person = company = user = id = number = default;
        return TryTake(ref rest, "domycall:") && TryTakeNumber(ref rest, out number)
            && TryTake(ref rest, "?name=") && TryTakeValue(ref rest, out person)
            && TryTake(ref rest, "&company=") && TryTakeValue(ref rest, out company)
            && TryTake(ref rest, "&user=") && TryTakeValue(ref rest, out user)
            && TryTake(ref rest, "&id=") && TryTakeValue(ref rest, out id)
            && rest.IsEmpty;
    }

    private static bool TryTake(scoped ref ReadOnlySpan<char> rest, string literal)
    {
        if (!rest.StartsWith(literal, StringComparison.Ordinal))
            return false;

        rest = rest[literal.Length..];
        return true;
    }

    private static bool TryTakeNumber(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> number)
    {
        var length = !rest.IsEmpty && rest[0] == '+' ? 1 : 0;
        var first = length;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
            length++;

        number = rest[..length];
        rest = rest[length..];
        return length > first;
    }

    private static bool TryTakeValue(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < rest.Length)
        {
            var c = rest[length];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
                length++;
            else if (c == '%' && length + 2 < rest.Length && char.IsAsciiHexDigit(rest[length + 1]) && char.IsAsciiHexDigit(rest[length + 2]))
                length += 3;
            else
                break;
        }

        value = rest[..length];
        rest = rest[length..];
        return true;
    }
}
