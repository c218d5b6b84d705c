namespace PhoneLink;

/// <summary>The catalogue of the variables that formats know without being told.</summary>
public static class TemplateVariables
{
    /// <summary>Name, and whether the value is a telephone number.</summary>
    private static readonly Dictionary<string, bool> Names = new(StringComparer.Ordinal)
    {
        ["attn"] = false,
        ["atfn"] = false,
        ["atln"] = false,
        ["name"] = false,
        ["cuid"] = false,
        ["atid"] = false,
        ["phon"] = true,
        ["atpc"] = true,
        ["user"] = false,
    };

    /// <summary>Says whether a variable is in the catalogue.</summary>
    /// <param name="name">The name, case-sensitive, without brackets.</param>
    /// <returns>Whether a format knows it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static bool IsKnown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.ContainsKey(name);
    }

    internal static bool IsSecret(string name) => name == "usec";

    internal static bool IsPersonal(string name) => false;

    internal static bool IsPhone(string name) => Names.TryGetValue(name, out var isPhone) && isPhone;
}
