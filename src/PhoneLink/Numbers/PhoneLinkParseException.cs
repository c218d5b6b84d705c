namespace PhoneLink;

/// <summary>The exception for malformed text; its message holds no part of the text.</summary>
public sealed class PhoneLinkParseException : FormatException
{
    /// <summary>Makes an exception without details.</summary>
    public PhoneLinkParseException()
        : this(default(ParseError))
    {
    }

    /// <summary>Makes an exception with a message of the caller's.</summary>
    /// <param name="message">The message; without personal data.</param>
    public PhoneLinkParseException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message of the caller's and a cause.</summary>
    /// <param name="message">The message; without personal data.</param>
    /// <param name="innerException">The cause.</param>
    public PhoneLinkParseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception for a parse error.</summary>
    /// <param name="error">What is wrong and where.</param>
    public PhoneLinkParseException(ParseError error)
        : base(error.Message) => Error = error;

    /// <summary>Gets what is wrong and where.</summary>
    public ParseError Error { get; }
}
