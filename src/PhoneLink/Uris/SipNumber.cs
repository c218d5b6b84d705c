namespace PhoneLink;

/// <summary>Reads the user of a <c>sip:</c> link as a telephone number (RFC 3261 §19.1.1).</summary>
internal static class SipNumber
{
    /// <summary>Reads the number; none of a user that is no <c>telephone-subscriber</c> as it stands.</summary>
    public static PhoneNumber? Read(SipUri uri, out bool isUsable)
    {
        isUsable = true;
        if (uri.RawUser is not { } user)
            return null;

        var kind = UriParameter.Find(uri.Parameters, SipUri.UserParameter);
        if (kind is not null && !string.Equals(kind.Value, SipUri.PhoneValue, StringComparison.OrdinalIgnoreCase))
            return null;

        return LinkNumber.Read(user.AsSpan(), out var postDialAt, out isUsable, out var isValid) is { } number && isValid && postDialAt < 0 ? number : null;
    }
}
