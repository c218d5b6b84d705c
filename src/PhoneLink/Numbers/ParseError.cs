namespace PhoneLink;

/// <summary>Says what is wrong with a text and where; never what the text was, since a number is personal data.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">Where: a zero-based index of UTF-16 code units into the text that was parsed.</param>
/// <remarks><c>default</c> is "no error".</remarks>
public readonly record struct ParseError(ParseErrorKind Kind, int Position)
{
    /// <summary>Gets a sentence for a person, without the text that was parsed.</summary>
    public string Message => ParseMessages.For(Kind, Position);

    /// <summary>Makes the exception that the throwing doors throw.</summary>
    /// <returns>A new exception that carries this error.</returns>
    public PhoneLinkParseException ToException() => new(this);
}
