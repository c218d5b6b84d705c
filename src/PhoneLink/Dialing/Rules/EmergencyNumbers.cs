namespace PhoneLink;

/// <summary>A floor of emergency numbers of many countries, as data: only so that no layer holds them back.</summary>
/// <remarks>Says nothing about where a number is an emergency number. Sources: ITU-T E.161.1 (112, 911) and national numbering plans.</remarks>
internal static class EmergencyNumbers
{
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "112", "911", "999", "000", "110", "113", "118", "119", "108", "100", "101", "102",
    };

    public static bool Contains(PhoneNumber number) => Numbers.Contains(number.Digits);
}
