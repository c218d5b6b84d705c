namespace PhoneLink;

/// <summary>All sentences about malformed text, in one place.</summary>
internal static class ParseMessages
{
    public static string For(ParseErrorKind kind, int position) => kind is ParseErrorKind.None
        ? "There is no error."
        : $"{Sentence(kind)} (position {position})";

    private static string Sentence(ParseErrorKind kind) => kind switch
    {
        ParseErrorKind.Empty => "The text is empty.",
        ParseErrorKind.TooLong => "The text is too long.",
        ParseErrorKind.MissingScheme => "A link starts with a scheme and a colon, for instance 'tel:'; put the colon after the scheme, as in 'tel:%p'.",
        ParseErrorKind.InvalidScheme => "A scheme is 2 to 63 letters, digits, '+', '-' or '.', and starts with a letter.",
        ParseErrorKind.ForbiddenScheme => "This scheme, or this web host, may not be used for calls.",
        ParseErrorKind.InvalidCharacter => "A space, a control character or a foreign character may not stand here; write a letter or sign as %XX with its UTF-8 bytes, leave the others out.",
        ParseErrorKind.InvalidEscape => "'%' must be followed by two hexadecimal digits; control characters may not be escaped.",
        ParseErrorKind.UnknownDirective => "'%' must be followed by 'p' (the number), by '%', or by two hexadecimal digits.",
        ParseErrorKind.UnclosedVariable => "A variable that '<' opens is closed by '>', one that '{' opens by '}'; a literal bracket is written %3C or %7B.",
        ParseErrorKind.InvalidVariableName => "A variable's name is 1 to 64 letters, digits, '?', '#', '.', '_' or '-'.",
        ParseErrorKind.UnknownVariable => "There is no variable of this name; a host's own names go into PhoneLinkFormatOptions.CustomVariables.",
        ParseErrorKind.SecretVariable => "This variable holds a secret; no link may carry it.",
        ParseErrorKind.PersonalVariable => "This variable holds personal data; browsers, logs and other programs see links.",
        ParseErrorKind.MissingNumber => "There is no '%p', so every number gives the same link.",
        ParseErrorKind.NotReversible => "A link does not tell where this value ends, so a handler cannot take it apart; put a character such as '&', '/' or ';' behind it.",
        ParseErrorKind.HoleInHost => "A number or variable may not stand in the host of a web link.",
        ParseErrorKind.PathTraversal => "A backslash, '/./' or '/../' may not stand in a link.",
        ParseErrorKind.NotExpressible => "A link of this scheme cannot carry this number or value.",
        ParseErrorKind.NoNumber => "There is no telephone number in the text, or none that can be told for certain.",
        ParseErrorKind.InvalidParameter => "A parameter is malformed or stands twice.",
        ParseErrorKind.Whitespace => "Space was dropped.",
        ParseErrorKind.Slashes => "Slashes around the number were dropped.",
        ParseErrorKind.EscapedNumber => "An escaped character of the number was unescaped.",
        ParseErrorKind.MissingContext => "A local number has no phone-context.",
        ParseErrorKind.UnexpectedQuery => "A tel link has a query; it was put aside.",
        ParseErrorKind.MissingHost => "A sip link has no host behind an '@'.",
        ParseErrorKind.InvalidHost => "The host is no name or address, or the port is not 0 to 65535; an IPv6 address stands in brackets.",
        ParseErrorKind.PostDial => "Pauses and what is keyed after them are no part of a number; they were put aside.",
        ParseErrorKind.InvalidPattern =>
            "A pattern is digits, '*', '#', X, Z, N and sets such as [13-5], with '+' only first and '.' or '!' only last; a rule is PATTERN,STRIP,PREPEND.",
        ParseErrorKind.InvalidValue => "The preference has no such value.",
        _ => "The text is malformed.",
    };
}
