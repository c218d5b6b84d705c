namespace PhoneLink;

/// <summary>The names of providers, which come out of preferences too.</summary>
internal static class ProviderName
{
    public const int MaxLength = 64;

    public static bool IsValid(string name)
    {
        if (name.Length is 0 or > MaxLength)
            return false;

        foreach (var c in name)
            if (!(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
                return false;

        return true;
    }
}
