namespace PhoneLink;

internal enum FormatTokenKind
{
    Literal,
    Number,
    Variable,
}

/// <summary>Where in a link a piece of a format stands; literal text alone decides it.</summary>
internal enum LinkPosition
{
    Path,
    Authority,
    Query,
}

/// <summary>A piece of a format: literal text as it goes into the link, or a hole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal text, or the name under which the variable is looked up.</param>
/// <param name="Position">Where it stands in the link; of literal text, where it ends.</param>
/// <param name="Index">Where it starts in the format, in UTF-16 code units.</param>
internal sealed record FormatToken(FormatTokenKind Kind, string Text, LinkPosition Position, int Index)
{
    public bool IsHole => Kind is not FormatTokenKind.Literal;

    /// <summary>What the variable's typing does to its value.</summary>
    public LetterCase Case { get; init; }

    /// <summary>A variable that holds a number is written as one, and as text where it holds none.</summary>
    public bool IsPhoneVariable { get; } = Kind is FormatTokenKind.Variable && TemplateVariables.IsPhone(Text);
}
