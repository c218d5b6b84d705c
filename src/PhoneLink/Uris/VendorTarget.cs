namespace PhoneLink;

/// <summary>Whom a vendor's link calls.</summary>
internal ref struct VendorTarget
{
    /// <summary>NetMeeting's suffixes of callto; its plus is also the plus of a global number, so only these are cut.</summary>
    private static readonly string[] CalltoSuffixes = ["+type=", "+gateway="];

    private VendorTarget(IReadOnlyList<string> names)
    {
        Names = names;
        IsUsable = true;
    }

    /// <summary>Gets everybody who is called, as written and decoded once.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the number, if one is called, and that one has a number.</summary>
    public PhoneNumber? Number { get; private set; }

    /// <summary>Gets whether no mandatory parameter forbids the use of the number (RFC 3966 §5.4).</summary>
    public bool IsUsable { get; private set; }

    /// <summary>Gets what is keyed after the answer and the rest behind it, as it stands in the link; empty when nothing is.</summary>
    public ReadOnlySpan<char> PostDial { get; private set; }

    /// <param name="scheme">Where the link names whom it calls.</param>
    /// <param name="rest">What stands behind the colon.</param>
    /// <param name="path">The path in it.</param>
    /// <param name="query">The query in it.</param>
    public static VendorTarget Read(VendorScheme scheme, ReadOnlySpan<char> rest, ReadOnlySpan<char> path, ReadOnlySpan<char> query)
    {
        var text = scheme.Find(path, query);
        var isAddress = scheme.HasSuffixes && text.IndexOf('=') >= 0 && CutSuffixes(ref text);
        if (text.IsEmpty)
            return new([]);

        // A raw hash starts a fragment; a service code has been cut short by it.
        var isCut = rest.Overlaps(text, out var start) && start + text.Length < rest.Length && rest[start + text.Length] == '#';

        if (scheme.Separator is not { } separator || text.IndexOf(separator) < 0)
        {
            var target = new VendorTarget([UriText.Decode(text)]);
            if (!isAddress && !isCut)
                target.ReadNumber(scheme, text);

            return target;
        }

        var names = new List<string>();
        foreach (var piece in new UriPieces(text, separator, 0))
            if (!piece.Text.IsEmpty)
                names.Add(UriText.Decode(piece.Text));

        return new(names);
    }

    /// <summary>Cuts the suffixes; true when they say that an address stands before them, which may look like a number: <c>10.0.0.5+type=ip</c>.</summary>
    private static bool CutSuffixes(ref ReadOnlySpan<char> text)
    {
        var isAddress = false;
        foreach (var suffix in CalltoSuffixes)
        {
            var index = text.IndexOf(suffix.AsSpan(), StringComparison.OrdinalIgnoreCase);
            if (index <= 0)
                continue;

            var value = text.Slice(index + suffix.Length);
            isAddress |= suffix == CalltoSuffixes[0] && !value.StartsWith("phone".AsSpan(), StringComparison.OrdinalIgnoreCase);
            text = text.Slice(0, index);
        }

        return isAddress;
    }

    private void ReadNumber(VendorScheme scheme, ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(scheme.NumberMark.AsSpan(), StringComparison.Ordinal))
            return;

        text = text.Slice(scheme.NumberMark.Length);
        if (scheme.IsBare && !IsBare(text))
            return;

        var isMissingPlus = scheme.IsBare && UriText.CharacterAt(text, 0, out _) != '+';
        Number = LinkNumber.Read(isMissingPlus ? ("+" + text.ToString()).AsSpan() : text, out var postDialAt, out var isUsable, out _);
        IsUsable = isUsable;
        if (postDialAt >= 0)
            PostDial = text.Slice(postDialAt);
    }

    /// <summary>Country code and number: digits, a plus that should not be there, and separators; no country code starts with a zero (ITU-T E.164 §6.2.1).</summary>
    private static bool IsBare(ReadOnlySpan<char> text)
    {
        var isFirst = true;
        if (text.IsEmpty)
            return false;

        for (var i = 0; i < text.Length;)
        {
            var c = UriText.CharacterAt(text, i, out var width);
            if (!(char.IsAsciiDigit(c) || UriSeparators.IsVisual(c) || (c == '+' && i == 0)) || (isFirst && c == '0'))
                return false;

            isFirst &= !char.IsAsciiDigit(c);
            i += width;
        }

        return true;
    }
}
