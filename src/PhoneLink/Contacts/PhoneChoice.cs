namespace PhoneLink;

/// <summary>Chooses the telephone that a variable means: a valid one of its kind that holds a number; lower ranks first, then the host's order.</summary>
internal static class PhoneChoice
{
    public static PhoneEntry? First(IReadOnlyList<PhoneEntry>? phones, PhoneKind kind)
    {
        PhoneEntry? best = null;
        for (var i = 0; i < phones?.Count; i++)
            if (IsUsable(phones[i], kind) && (best is null || phones[i].SortRank < best.SortRank))
                best = phones[i];

        return best;
    }

    /// <summary>The one of rank 2; where none has a rank, the second.</summary>
    public static PhoneEntry? Second(IReadOnlyList<PhoneEntry>? phones, PhoneKind kind)
    {
        PhoneEntry? second = null;
        var count = 0;
        var anyRank = false;
        for (var i = 0; i < phones?.Count; i++)
        {
            if (!IsUsable(phones[i], kind))
                continue;

            if (phones[i].Rank == 2)
                return phones[i];

            anyRank |= phones[i].Rank > 0;
            if (++count == 2)
                second = phones[i];
        }

        return anyRank ? null : second;
    }

    /// <summary>The international form where the number is global, else the text on file: a country is not guessed.</summary>
    public static string? International(PhoneEntry? entry) => entry?.Number is { IsGlobal: true } number ? number.ToString(PhoneNumberStyle.Rfc3966) : entry?.Value;

    /// <summary>The digits of the number and nothing else, as fax gateways want them.</summary>
    public static string? DigitsOnly(PhoneEntry? entry) => entry?.Number is { } number ? string.Concat(number.Digits.Where(char.IsAsciiDigit)) : null;

    private static bool IsUsable(PhoneEntry entry, PhoneKind kind) =>
        entry.Kind == kind && (kind is PhoneKind.Internet ? !string.IsNullOrWhiteSpace(entry.Value) : entry.Number is not null) && entry.IsValid;
}
