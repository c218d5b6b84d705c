namespace PhoneLink;

/// <summary>Says what a variable that nobody knows means in a format.</summary>
public enum UnknownVariables
{
    /// <summary>The format is malformed; a typing error is found when the format is made, not when somebody calls.</summary>
    Error,

    /// <summary>The variable stays as literal text, percent-encoded with its brackets: <c>%3Cxxxx%3E</c>.</summary>
    Keep,

    /// <summary>The variable is left out.</summary>
    Empty,
}
