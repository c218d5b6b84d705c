namespace PhoneLink;

/// <summary>Says how forgiving the parser of phone-link formats is.</summary>
public enum FormatParsing
{
    /// <summary>The first error ends the parsing: a format that somebody is typing, or that stands in code.</summary>
    Strict,

    /// <summary>
    /// Corrects what can be corrected and reports each correction in <see cref="PhoneLinkFormat.Repairs"/>: a format that was stored long
    /// ago, for many users. A text without a usable scheme is still an error.
    /// </summary>
    Lenient,
}
