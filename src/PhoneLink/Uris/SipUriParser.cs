namespace PhoneLink;

/// <summary>Takes a <c>sip:</c> link apart: at its at-sign first, since a user may hold everything that separates behind it.</summary>
internal static class SipUriParser
{
    public static SipUri? FromRest(string scheme, ReadOnlySpan<char> link, ReadOnlySpan<char> rest, ref RepairList repairs, out ParseError error)
    {
        error = UriText.FirstError(rest, repairs.Offset);
        if (error.Kind is not ParseErrorKind.None)
            return null;

        var position = 0;
        if (!repairs.IsStrict && rest.StartsWith("//".AsSpan(), StringComparison.Ordinal) && !(rest.Length > 2 && rest[2] is '@' or ':'))
        {
            // By the letter a user may start with slashes; nobody's does, unless they are all of it, and web pages write them.
            _ = repairs.Allow(ParseErrorKind.Slashes, 0);
            rest = rest.Slice(2);
            position = 2;
        }

        var at = rest.IndexOf('@');
        var user = at < 0 ? default : rest.Slice(0, at);
        var host = rest.Slice(at + 1);
        var hostAt = position + at + 1;
        var tailAt = host.IndexOfAny(';', '?');
        var tail = tailAt < 0 ? default : host.Slice(tailAt);
        if (tailAt >= 0)
            host = host.Slice(0, tailAt);

        string? hostText = null;
        int? port = null;
        if (at < 0 && !repairs.IsStrict && !SipHost.TryRead(host, out _, out _) && SipSyntax.IsUser(host))
        {
            // sip:+47… without a host is what formats without one make; softphones take it.
            _ = repairs.Allow(ParseErrorKind.MissingHost, hostAt);
            tailAt = rest.IndexOf('?');
            tail = tailAt < 0 ? default : rest.Slice(tailAt);
            user = tailAt < 0 ? rest : rest.Slice(0, tailAt); // With its extension; no parameters of a host.
        }
        else if (!SipHost.TryRead(host, out hostText, out port))
        {
            error = repairs.Error(host.IsEmpty ? ParseErrorKind.MissingHost : ParseErrorKind.InvalidHost, hostAt);
            return null;
        }

        var colon = user.IndexOf(':');
        var name = colon < 0 ? user : user.Slice(0, colon);
        if ((at >= 0 && !SipSyntax.IsUser(name)) || (colon >= 0 && !SipSyntax.IsPassword(user.Slice(colon + 1))))
        {
            error = repairs.Error(ParseErrorKind.InvalidCharacter, position);
            return null;
        }

        return SipTail.Read(tail, hostAt + tailAt, ref repairs, out error) is not { } read ? null : new(
            scheme,
            link.ToString(),
            name.IsEmpty ? null : name.ToString(),
            colon < 0 ? null : user.Slice(colon + 1).ToString(),
            hostText,
            port,
            read,
            repairs.ToList());
    }
}
