namespace PhoneLink;

/// <summary>Says what is wrong with a text that was parsed, or what a lenient parser repaired.</summary>
public enum ParseErrorKind
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The text is null or empty.</summary>
    Empty,

    /// <summary>The text is longer than the documented limit.</summary>
    TooLong,

    /// <summary>There is no scheme before the first colon, or no colon.</summary>
    MissingScheme,

    /// <summary>The text before the colon is not a scheme of two to 63 characters (RFC 3986 §3.1).</summary>
    InvalidScheme,

    /// <summary>The scheme is on the deny-list, or is https with a host that is not allowed.</summary>
    ForbiddenScheme,

    /// <summary>A character stands where it may not.</summary>
    InvalidCharacter,

    /// <summary>A percent sign is not followed by an escape that is allowed here.</summary>
    InvalidEscape,

    /// <summary>The percent sign of a format is followed by a directive that does not exist.</summary>
    UnknownDirective,

    /// <summary>A variable is opened and not closed by the matching bracket.</summary>
    UnclosedVariable,

    /// <summary>The name of a variable is empty, too long, or holds a character that names may not hold.</summary>
    InvalidVariableName,

    /// <summary>No variable has this name.</summary>
    UnknownVariable,

    /// <summary>The variable holds a secret, which no link may carry.</summary>
    SecretVariable,

    /// <summary>Warning: the variable holds personal data, and a link is seen by many programs.</summary>
    PersonalVariable,

    /// <summary>Warning: the format has no place for the number.</summary>
    MissingNumber,

    /// <summary>Warning: where the value ends cannot be told in a link, so that links cannot be taken apart.</summary>
    NotReversible,

    /// <summary>A value would decide which host a web link goes to.</summary>
    HoleInHost,

    /// <summary>A backslash or a <c>.</c> or <c>..</c> segment: some openers take the link for a path then.</summary>
    PathTraversal,

    /// <summary>The link's scheme has no way to write this number or value.</summary>
    NotExpressible,

    /// <summary>There is no telephone number in the text.</summary>
    NoNumber,

    /// <summary>A parameter is malformed or stands twice.</summary>
    InvalidParameter,

    /// <summary>Repaired: space around the text or inside the number was dropped.</summary>
    Whitespace,

    /// <summary>Repaired: the slashes after the scheme's colon, or at the end, were dropped.</summary>
    Slashes,

    /// <summary>Repaired: an escaped character of the number was read as the character.</summary>
    EscapedNumber,

    /// <summary>Repaired: a local number has no <c>phone-context</c>, which RFC 3966 §5.1.5 demands.</summary>
    MissingContext,

    /// <summary>Repaired: a <c>tel</c> link has a query, which RFC 3966 does not know; it was put aside.</summary>
    UnexpectedQuery,

    /// <summary>A <c>sip:</c> link names no host; repaired, the text is the user's.</summary>
    MissingHost,

    /// <summary>The host or port of a <c>sip:</c> link is malformed (RFC 3261 §19.1.1, RFC 5954).</summary>
    InvalidHost,

    /// <summary>Repaired: a link keys pauses and digits after the answer, which RFC 3966 does not know; they were put aside.</summary>
    PostDial,

    /// <summary>A pattern or rule of a dial plan is malformed.</summary>
    InvalidPattern,

    /// <summary>The value of a preference is none of those that it may have.</summary>
    InvalidValue,
}
