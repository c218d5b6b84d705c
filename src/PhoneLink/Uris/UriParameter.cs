namespace PhoneLink;

/// <summary>A parameter of a link, <c>;name=value</c>, or a header behind a <c>sip:</c> link's question mark.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> gives the name alone, since a value may be personal data.</remarks>
public sealed class UriParameter
{
    private const string MandatoryPrefix = "m-";

    internal UriParameter(string name, string? rawValue) => (Name, RawValue) = (name, rawValue);

    /// <summary>Gets the name in lower case, escapes decoded.</summary>
    public string Name { get; }

    /// <summary>Gets the value as it was written; <see langword="null"/> without an equals sign, which differs from an empty value.</summary>
    public string? RawValue { get; }

    /// <summary>Gets the value with its escapes decoded once, as UTF-8; octets that are not UTF-8 are U+FFFD. A plus is a plus.</summary>
    public string? Value => RawValue is null || RawValue.IndexOf('%') < 0 ? RawValue : UriText.Decode(RawValue.AsSpan());

    /// <summary>Returns the name.</summary>
    /// <returns>The name, without the value.</returns>
    public override string ToString() => Name;

    /// <summary>
    /// Says whether two parameters mean the same: case does not count, nor whether an unreserved character is escaped (RFC 3986 §6.2.2), nor
    /// an equals sign with nothing behind it, which only a lenient parser takes.
    /// </summary>
    internal bool Matches(UriParameter other) => Name == other.Name && UriText.AreEquivalent(RawValue.AsSpan(), other.RawValue.AsSpan(), ignoreCase: true);

    /// <summary>Finds a parameter by its name, behind as many others of that name; <see langword="null"/> when there is none.</summary>
    internal static UriParameter? Find(IReadOnlyList<UriParameter> parameters, string name, int skipped = 0)
    {
        for (var i = 0; i < parameters.Count; i++)
            if (parameters[i].Name == name && skipped-- == 0)
                return parameters[i];

        return null;
    }

    /// <summary>Says whether a number with these parameters may be used: none is mandatory (<c>m-…</c>) and unknown, as all such are (RFC 3966 §5.4).</summary>
    internal static bool AreUsable(IReadOnlyList<UriParameter> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
            if (parameters[i].Name.StartsWith(MandatoryPrefix, StringComparison.Ordinal))
                return false;

        return true;
    }

    /// <summary>Says whether a text starts with the name of a mandatory parameter, escaped or not.</summary>
    internal static bool IsMandatory(ReadOnlySpan<char> text)
    {
        foreach (var expected in MandatoryPrefix)
        {
            if (text.IsEmpty || char.ToLowerInvariant(UriText.CharacterAt(text, 0, out var width)) != expected)
                return false;

            text = text.Slice(width);
        }

        return true;
    }

    /// <summary>Says whether two lists hold the same parameters, in any order; those of one name, which only headers may be, in the same.</summary>
    internal static bool AreSame(IReadOnlyList<UriParameter> left, IReadOnlyList<UriParameter> right)
    {
        if (left.Count != right.Count)
            return false;

        for (var i = 0; i < left.Count; i++)
            if (Find(right, left[i].Name, CountBefore(left, i)) is not { } other || !left[i].Matches(other))
                return false;

        return true;
    }

    /// <summary>How many parameters of the same name stand before one.</summary>
    private static int CountBefore(IReadOnlyList<UriParameter> parameters, int index)
    {
        var count = 0;
        for (var i = 0; i < index; i++)
            count += parameters[i].Name == parameters[index].Name ? 1 : 0;

        return count;
    }
}
