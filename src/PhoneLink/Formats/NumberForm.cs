namespace PhoneLink;

/// <summary>How links of a scheme write a number; a scheme is a line of the table.</summary>
/// <param name="Plus">Global numbers keep their plus.</param>
/// <param name="Local">Numbers without a country code can be written.</param>
/// <param name="Parameters">Extension and context are written as parameters of RFC 3966.</param>
/// <param name="ServiceCodes">Star and hash can be written.</param>
internal sealed record NumberForm(bool Plus, bool Local, bool Parameters, bool ServiceCodes)
{
    /// <summary><c>tel</c> and every scheme that is not in the table.</summary>
    private static readonly NumberForm Telephone = new(Plus: true, Local: true, Parameters: true, ServiceCodes: true);

    /// <summary>Targets that take a number and nothing else.</summary>
    private static readonly NumberForm Plain = new(Plus: true, Local: true, Parameters: false, ServiceCodes: false);

    /// <summary>Targets that want country code and number without plus.</summary>
    private static readonly NumberForm Bare = new(Plus: false, Local: false, Parameters: false, ServiceCodes: false);

    /// <summary>The key is a scheme, or the host of a web link.</summary>
    private static readonly Dictionary<string, NumberForm> Table = new(StringComparer.OrdinalIgnoreCase)
    {
        ["callto"] = Plain,
        ["facetime"] = Plain,
        ["facetime-audio"] = Plain,
        ["msteams"] = Plain,
        ["teams.microsoft.com"] = Plain,
        ["whatsapp"] = Bare,
        ["wa.me"] = Bare,
    };

    public static NumberForm For(string scheme, string? host) => Table.TryGetValue(host ?? scheme, out var form) ? form : Telephone;

    /// <summary>Whether a link can carry the number; what it has besides digits may be left out, the digits may not.</summary>
    public bool CanWrite(PhoneNumber number)
    {
        if (!number.IsGlobal && !Local)
            return false;

        // A tel link may call a mere star; a link that names no digit names no number to anybody who reads it.
        var any = false;
        foreach (var c in number.Digits)
        {
            if (!char.IsAsciiDigit(c) && !(c == '+' || (ServiceCodes && c is '*' or '#')))
                return false;

            any |= char.IsAsciiDigit(c);
        }

        return any;
    }
}
