namespace PhoneLink;

/// <summary>Says which octets the escapes in a link stand for.</summary>
public enum LinkEncoding
{
    /// <summary>UTF-8, as RFC 3986 §2.5 and every browser have it.</summary>
    Utf8,

    /// <summary>
    /// Windows-1252, for handlers that know nothing else. What it has no code for becomes a question mark, <c>%3F</c>, never a look-alike.
    /// </summary>
    Ansi,
}
