namespace PhoneLink;

/// <summary>Says whether links of a format can be taken apart in one pass: each hole takes its longest run, so what follows must end it.</summary>
internal static class Reversibility
{
    /// <summary>Finds the holes whose end cannot be told in a link; with none, all links can be taken apart.</summary>
    public static IEnumerable<FormatToken> OpenEnds(FormatToken[] tokens, NumberForm form)
    {
        for (var i = 0; i + 1 < tokens.Length; i++)
            if (tokens[i].IsHole && !Ends(tokens[i], form, tokens[i + 1], isLast: i + 2 == tokens.Length))
                yield return tokens[i];
    }

    private static bool Ends(FormatToken hole, NumberForm form, FormatToken next, bool isLast) =>
        !next.IsHole
        && !LinkAlphabet.Holds(hole, form, next.Text)
        && !(WritesNumber(hole, form) && MayBeParameter(next.Text, form, hole.Position, isLast));

    private static bool WritesNumber(FormatToken hole, NumberForm form) =>
        !form.IsText && (hole.Kind is FormatTokenKind.Number || hole.IsPhoneVariable);

    /// <summary>Whether the literal, with what a hole behind it may write, can be read as a parameter of the number.</summary>
    private static bool MayBeParameter(string literal, NumberForm form, LinkPosition position, bool isLast) =>
        (form.Extension && Overlaps(literal, NumberParameters.Extension(position), isLast))
        || (form.Context && Overlaps(literal, NumberParameters.Context(position), isLast));

    private static bool Overlaps(string literal, string parameter, bool isLast) =>
        literal.StartsWith(parameter, StringComparison.OrdinalIgnoreCase)
        || (!isLast && parameter.StartsWith(literal, StringComparison.OrdinalIgnoreCase));
}
