namespace PhoneLink.Registration.Windows;

/// <summary>Schemes that several programs claim, among which Windows has the user choose.</summary>
/// <remarks>Any other scheme is a vendor's own: its key under <c>Software\Classes</c> names the one program.</remarks>
internal static class SharedSchemes
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "tel", "callto", "sip", "sips", "sms", "facetime" };

    /// <summary>Says whether a scheme, in lower case, is one of them.</summary>
    public static bool Contains(string scheme) => Names.Contains(scheme);
}
