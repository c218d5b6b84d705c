namespace PhoneLink;

/// <summary>Says how bad a problem of a format is.</summary>
public enum FormatProblemSeverity
{
    /// <summary>The format works, but perhaps not as its author thinks.</summary>
    Warning,

    /// <summary>The text is no format: <see cref="PhoneLinkFormat.Parse"/> refuses it.</summary>
    Error,
}
