using PhoneLink.Activation;

namespace PhoneLink.Registration.Export;

/// <summary>The registry values that make a program the handler of schemes; pure, for one scope.</summary>
/// <remarks>
/// A private scheme is a class of its own (https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa767914(v=vs.85)).
/// For a shared one the program is put up for the user's choice (https://learn.microsoft.com/windows/win32/shell/default-programs).
/// </remarks>
internal static class WindowsRegistryEntries
{
    private const string Classes = @"Software\Classes";
    private const string RegisteredApplications = @"Software\RegisteredApplications";
    private const string UrlProtocol = "URL Protocol";

    /// <summary>32- and 64-bit programs share this key, unlike a vendor's own (https://learn.microsoft.com/windows/win32/winprog64/shared-registry-keys).</summary>
    private const string Clients = @"Software\Clients\PhoneLink";

    /// <summary>Lists what is written.</summary>
    /// <param name="registrations">Checked registrations of one scope.</param>
    public static IReadOnlyList<WindowsRegistryEntry> Of(IReadOnlyList<ProtocolRegistration> registrations)
    {
        var entries = new List<WindowsRegistryEntry>();
        foreach (var registration in registrations)
            entries.AddRange(WindowsRules.IsShared(registration.Scheme) ? ChoiceOf(registration) : PrivateSchemeOf(registration));

        foreach (var product in SharedByProduct(registrations))
            entries.AddRange(CapabilitiesOf(product.Key, [.. product]));

        return entries;
    }

    /// <summary>Lists what is removed: keys that are the registrations' alone, and values in a key that is everybody's.</summary>
    public static (IReadOnlyList<string> Keys, IReadOnlyList<(string Key, string Name)> Values) Owned(IReadOnlyList<ProtocolRegistration> registrations)
    {
        var classes = registrations.Select(static registration => $@"{Classes}\{(WindowsRules.IsShared(registration.Scheme) ? WindowsRules.ProgIdOf(registration) : registration.Scheme)}");
        var products = SharedByProduct(registrations).Select(static product => product.Key).ToList();
        return ([.. classes, .. products.Select(static product => $@"{Clients}\{product}")], [.. products.Select(static product => (RegisteredApplications, product))]);
    }

    /// <summary>The command that Windows runs; ProtocolActivation accepts this shape and no other.</summary>
    public static string CommandOf(string executable) => $"\"{executable}\" {string.Join(' ', ProtocolActivation.Arguments)} \"%1\"";

    private static IEnumerable<IGrouping<string, ProtocolRegistration>> SharedByProduct(IReadOnlyList<ProtocolRegistration> registrations) =>
        registrations.Where(static registration => WindowsRules.IsShared(registration.Scheme)).GroupBy(static registration => registration.Product!, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<WindowsRegistryEntry> PrivateSchemeOf(ProtocolRegistration registration)
    {
        var key = $@"{Classes}\{registration.Scheme}";
        yield return new(key, "", $"URL:{registration.DisplayName}");
        yield return new(key, UrlProtocol, "");
        yield return new($@"{key}\DefaultIcon", "", IconOf(registration));
        yield return new($@"{key}\shell", "", "open");
        yield return new($@"{key}\shell\open\command", "", CommandOf(registration.Executable));
    }

    private static IEnumerable<WindowsRegistryEntry> ChoiceOf(ProtocolRegistration registration)
    {
        // For one user it would hide the machine's class of the scheme with all below it; for the machine it adds what some machines lack.
        if (registration.Scope is RegistrationScope.Machine)
            yield return new($@"{Classes}\{registration.Scheme}", UrlProtocol, "");

        var key = $@"{Classes}\{WindowsRules.ProgIdOf(registration)}";
        yield return new(key, "", registration.DisplayName);
        yield return new($@"{key}\Application", "ApplicationName", registration.Product!);
        yield return new($@"{key}\Application", "ApplicationDescription", DescriptionOf(registration.Product!));
        yield return new($@"{key}\Application", "ApplicationIcon", IconOf(registration));
        yield return new($@"{key}\DefaultIcon", "", IconOf(registration));
        yield return new($@"{key}\shell\open\command", "", CommandOf(registration.Executable));
    }

    private static IEnumerable<WindowsRegistryEntry> CapabilitiesOf(string product, IReadOnlyList<ProtocolRegistration> registrations)
    {
        var key = $@"{Clients}\{product}\Capabilities";
        yield return new(key, "ApplicationName", product);
        yield return new(key, "ApplicationDescription", DescriptionOf(product));
        yield return new(key, "ApplicationIcon", IconOf(registrations[0]));
        foreach (var registration in registrations)
            yield return new($@"{key}\URLAssociations", registration.Scheme, WindowsRules.ProgIdOf(registration));

        yield return new(RegisteredApplications, product, key);
    }

    /// <summary>Windows lists no program whose description is empty.</summary>
    private static string DescriptionOf(string product) => $"{product}: opens telephone links";

    private static string IconOf(ProtocolRegistration registration) => $"{registration.Executable},0";
}
