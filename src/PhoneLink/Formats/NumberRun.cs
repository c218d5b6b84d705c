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
        Span<char> decoded = stackalloc char[PhoneNumber.MaxDigits + PhoneNumber.MaxPostDial];
        if (!Decode(run, form, decoded, out var length))
            return null;

        var keyed = decoded.Slice(0, length);
        var pause = keyed.IndexOfAny(',', ';');
        var digitCount = pause < 0 ? length : pause;
        if (digitCount > PhoneNumber.MaxDigits || length - digitCount > PhoneNumber.MaxPostDial || extension?.Length > PhoneNumber.MaxExtension)
            return null;

        var digits = keyed.Slice(0, digitCount).ToString();
        var postDial = pause < 0 ? null : keyed.Slice(pause).ToString();
        if (context is not null && (digits[0] == '+' || !PhoneContext.IsValid(context.AsSpan())))
            return null;

        return new(digits, digits, extension, context: context is null ? null : PhoneContext.Normalize(context.AsSpan()), postDial: postDial);
    }

    /// <summary>What was dialled and keyed, with the plus that the form leaves out; <see langword="false"/> when it is longer than any number.</summary>
    private static bool Decode(ReadOnlySpan<char> run, NumberForm form, Span<char> keyed, out int length)
    {
        length = 0;
        if (form.RestoresPlus)
            keyed[length++] = '+';

        for (var i = 0; i < run.Length;)
        {
            if (length == keyed.Length)
                return false;

            keyed[length++] = UriText.CharacterAt(run, i, out var width);
            i += width;
        }

        return true;
    }

    private static string? Cut(ref ReadOnlySpan<char> run, string announcement)
    {
        // Every announcement has an equals sign, escaped or not; most numbers have neither.
        var index = run.IndexOfAny('=', '%') < 0 ? -1 : run.IndexOf(announcement.AsSpan(), StringComparison.OrdinalIgnoreCase);
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
