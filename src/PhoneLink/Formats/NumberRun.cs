namespace PhoneLink;

/// <summary>Reads the number that a hole took of a link: ASCII only, no letters, nothing that was not shown.</summary>
internal static class NumberRun
{
    /// <summary>How long the parameter at the start of a text is, its announcement included; 0 when it is none.</summary>
    public static int ParameterLength(ReadOnlySpan<char> text, string announcement, bool isContext)
    {
        if (!text.StartsWith(announcement.AsSpan(), StringComparison.OrdinalIgnoreCase))
            return 0;

        var index = announcement.Length;
        while (index < text.Length && IsValueUnit(text, index, isContext, atStart: index == announcement.Length, out var width))
            index += width;

        return index == announcement.Length ? 0 : index;
    }

    public static PhoneNumber? Read(ReadOnlySpan<char> run, NumberForm form, LinkPosition position)
    {
        var context = form.Context ? Cut(ref run, NumberParameters.Context(position)) : null;
        var extension = form.Extension ? Cut(ref run, NumberParameters.Extension(position)) : null;
        var keyed = UriText.Decode(run);
        var pause = keyed.IndexOfAny([',', ';']);
        var postDial = pause < 0 ? null : keyed.Substring(pause);
        var digits = (form.RestoresPlus ? "+" : "") + (pause < 0 ? keyed : keyed.Substring(0, pause));
        if (digits.Length > PhoneNumber.MaxDigits || extension?.Length > PhoneNumber.MaxExtension || postDial?.Length > PhoneNumber.MaxPostDial)
            return null;

        if (context is not null && (digits[0] == '+' || !PhoneContext.IsValid(context.AsSpan())))
            return null;

        return new(digits, digits, extension, context: context is null ? null : PhoneContext.Normalize(context.AsSpan()), postDial: postDial);
    }

    private static string? Cut(ref ReadOnlySpan<char> run, string announcement)
    {
        var index = run.IndexOf(announcement.AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (index < 0)
            return null;

        var value = UriText.Decode(run.Slice(index + announcement.Length));
        run = run.Slice(0, index);
        return value;
    }

    private static bool IsValueUnit(ReadOnlySpan<char> text, int index, bool isContext, bool atStart, out int width)
    {
        var c = UriText.CharacterAt(text, index, out width);
        return char.IsAsciiDigit(c) || (isContext && (char.IsAsciiLetter(c) || c is '-' or '.' || (c == '+' && atStart)));
    }
}
