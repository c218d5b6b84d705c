namespace PhoneLink;

/// <summary>Reads the user of a <c>sip:</c> link as a telephone number (RFC 3261 §19.1.1).</summary>
internal static class SipNumber
{
    public static PhoneNumber? Read(SipUri uri)
    {
        if (uri.RawUser is not { } user)
            return null;

        var kind = UriParameter.Find(uri.Parameters, SipUri.UserParameter);
        if (kind is not null && !string.Equals(kind.Value, SipUri.PhoneValue, StringComparison.OrdinalIgnoreCase))
            return null;

        return LinkNumber.Read(user.AsSpan(), out var postDialAt, out _) is { } number && postDialAt < 0 ? number : null;
    }
}
