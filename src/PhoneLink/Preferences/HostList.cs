namespace PhoneLink;

/// <summary>Web hosts as one text: joined by commas, spaces around them ignored.</summary>
internal static class HostList
{
    private const char Separator = ',';

    public static string[] Split(string text) => [.. text.Split(Separator).Select(static host => host.Trim()).Where(static host => host.Length > 0)];

    public static string Join(IEnumerable<string> hosts) => string.Join(Separator.ToString(), hosts);
}
