namespace PhoneLink;

/// <summary>Says whether links of a format can be taken apart in one pass: each hole takes its longest run, so what follows must end it.</summary>
internal static class Reversibility
{
    public static bool IsReversible(FormatToken[] tokens, NumberForm form)
    {
        for (var i = 0; i + 1 < tokens.Length; i++)
            if (tokens[i].IsHole && !Ends(tokens[i], form, tokens[i + 1], isLast: i + 2 == tokens.Length))
                return false;

        return true;
    }

    private static bool Ends(FormatToken hole, NumberForm form, FormatToken next, bool isLast) =>
        !next.IsHole
        && !LinkAlphabet.Holds(hole, form, next.Text)
        && !(WritesParameters(hole, form) && MayBeParameter(next.Text, hole.Position, isLast));

    private static bool WritesParameters(FormatToken hole, NumberForm form) =>
        form.Parameters && (hole.Kind is FormatTokenKind.Number || hole.IsPhoneVariable);

    /// <summary>Whether the literal, with what a hole behind it may write, can be read as a parameter of the number.</summary>
    private static bool MayBeParameter(string literal, LinkPosition position, bool isLast) =>
        Overlaps(literal, NumberParameters.Extension(position), isLast) || Overlaps(literal, NumberParameters.Context(position), isLast);

    private static bool Overlaps(string literal, string parameter, bool isLast) =>
        literal.StartsWith(parameter, StringComparison.OrdinalIgnoreCase)
        || (!isLast && parameter.StartsWith(literal, StringComparison.OrdinalIgnoreCase));
}
