using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PhoneLink;

/// <content>The way back: from a link to the number and the variables.</content>
public sealed partial class PhoneLinkFormat
{
    /// <summary>Takes a link apart that this format made.</summary>
    /// <param name="link">The link, as received: percent-encoded, decoded by nobody.</param>
    /// <param name="match">The number and the variables.</param>
    /// <returns>
    /// Whether the link is one of this format; always <see langword="false"/> when the format is not reversible.
    /// </returns>
    /// <remarks>
    /// Linear in the length of the link. A hole that stands twice must hold the same twice. Tolerated, since browsers and shells do it: the
    /// case of the scheme and of escapes, an escaped unreserved character, <c>+</c> or <c>%2B</c> in a number, <c>//</c> behind the scheme,
    /// one trailing <c>/</c>, and a <c>/</c> between authority and <c>?</c>. Extra, missing or reordered parameters are not.
    /// </remarks>
    [SkipLocalsInit]
    public bool TryMatch([NotNullWhen(true)] string? link, [NotNullWhen(true)] out PhoneLinkMatch? match)
    {
        match = null;
        if (link is null || !IsReversible)
            return false;

        Span<LinkRun> runs = _tokens.Length <= MaxStackRuns ? stackalloc LinkRun[MaxStackRuns] : new LinkRun[_tokens.Length];
        match = LinkMatcher.TryMatch(link.AsSpan(), Scheme, _tokens, _form, _encoding, runs) ? Read(link.AsSpan(), runs) : null;
        return match is not null;
    }

    /// <summary>Says whether a link has the shape of this format, without allocation for formats of up to 64 pieces.</summary>
    /// <param name="link">The link, as received.</param>
    /// <returns>
    /// Whether <see cref="TryMatch"/> would take it apart; a hole that stands twice with two values, and whether a number's
    /// context is one, are not looked at.
    /// </returns>
    [SkipLocalsInit]
    public bool IsMatch(ReadOnlySpan<char> link)
    {
        if (!IsReversible)
            return false;

        Span<LinkRun> runs = _tokens.Length <= MaxStackRuns ? stackalloc LinkRun[MaxStackRuns] : new LinkRun[_tokens.Length];
        return LinkMatcher.TryMatch(link, Scheme, _tokens, _form, _encoding, runs);
    }

    private const int MaxStackRuns = 64;

    private PhoneLinkMatch? Read(ReadOnlySpan<char> link, ReadOnlySpan<LinkRun> runs)
    {
        PhoneNumber? number = null;
        var values = _names.Length == 0 ? [] : new string?[_names.Length];
        for (var i = _firstHole; i < _tokens.Length; i++)
        {
            var token = _tokens[i];
            if (!token.IsHole)
                continue;

            var run = runs[i].Of(link);
            if (!(token.Kind is FormatTokenKind.Number ? Take(ref number, ReadNumber(run, token.Position)) : Take(ref values[_nameIndexes[i]], token, Decode(run))))
                return null;
        }

        return new(number, values.Length == 0 ? MatchedVariables.None : new(_names, values!));
    }

    private string Decode(ReadOnlySpan<char> run) => _encoding is LinkEncoding.Ansi ? Windows1252.Decode(run) : UriText.Decode(run);

    private PhoneNumber? ReadNumber(ReadOnlySpan<char> run, LinkPosition position) =>
        !_form.IsText ? NumberRun.Read(run, _form, position)
        : PhoneNumber.TryParse(Decode(run), out var number) ? number
        : null;

    private static bool Take(ref PhoneNumber? number, PhoneNumber? found)
    {
        var agrees = found is not null && (number is null || number.Equals(found));
        number = found;
        return agrees;
    }

    /// <summary>A variable whose typing sets the case says the same in any case; what is as stored goes before what is not.</summary>
    private bool Take(ref string? taken, FormatToken token, string value)
    {
        var earlier = taken ?? value;
        if (taken is null || token.Case is LetterCase.AsStored)
            taken = value;

        return earlier == value || (string.Equals(earlier, value, StringComparison.OrdinalIgnoreCase) && TypingSetsCase(token.Text));
    }

    private bool TypingSetsCase(string name) => Array.Exists(_tokens, token => token.Text == name && token.Case is not LetterCase.AsStored);
}
