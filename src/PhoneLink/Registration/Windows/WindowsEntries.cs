namespace PhoneLink.Registration.Windows;

/// <summary>What a registration wants in the registry, by topic; pure.</summary>
internal static class WindowsEntries
{
    private const string Default = "";
    private const string UrlProtocol = "URL Protocol";

    /// <summary>The five values of a vendor's own scheme (https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa767914(v=vs.85)).</summary>
    public static IReadOnlyList<RegistryEntry> PrivateScheme(ProtocolRegistration registration, WindowsKeys keys) =>
    [
        new(keys.SchemeClass, Default, $"URL:{registration.DisplayName}"),
        new(keys.SchemeClass, UrlProtocol, ""), // Its presence makes the class a scheme.
        new(keys.SchemeClass["DefaultIcon"], Default, IconOf(registration)),
        new(keys.SchemeClass["shell"], Default, "open"),
        new(keys.Command, Default, WindowsCommandLine.Register(registration.Executable)),
    ];

    /// <summary>The program's class for a shared scheme (https://learn.microsoft.com/windows/win32/shell/default-programs).</summary>
    public static IReadOnlyList<RegistryEntry> ProgramClass(ProtocolRegistration registration, WindowsKeys keys) =>
    [
        new(keys.Class, Default, registration.DisplayName),
        new(keys.Class["Application"], "ApplicationName", registration.Product!),
        new(keys.Class["Application"], "ApplicationDescription", DescriptionOf(registration)),
        new(keys.Class["Application"], "ApplicationIcon", IconOf(registration)),
        new(keys.Class["DefaultIcon"], Default, IconOf(registration)),
        new(keys.Command, Default, WindowsCommandLine.Register(registration.Executable)),
    ];

    /// <summary>What the product can open; without a description Windows does not list it.</summary>
    public static IReadOnlyList<RegistryEntry> Capabilities(ProtocolRegistration registration, WindowsKeys keys) =>
    [
        new(keys.Capabilities, "ApplicationName", registration.Product!),
        new(keys.Capabilities, "ApplicationDescription", DescriptionOf(registration)),
        new(keys.Capabilities, "ApplicationIcon", IconOf(registration)),
        new(keys.UrlAssociations, registration.Scheme, keys.ProgId),
    ];

    /// <summary>The product among those that the user chooses from.</summary>
    public static RegistryEntry Application(ProtocolRegistration registration, WindowsKeys keys) =>
        new(keys.RegisteredApplications, registration.Product!, keys.Capabilities.Path);

    /// <summary>What makes a shared scheme one that Windows knows; no command, which is the user's choice.</summary>
    public static RegistryEntry SchemeRoot(WindowsKeys keys) => new(keys.SchemeClass, UrlProtocol, "");

    public static IEnumerable<RegistryEntry> All(ProtocolRegistration registration, WindowsKeys keys) => keys.IsShared
        ? [.. ProgramClass(registration, keys), .. Capabilities(registration, keys), Application(registration, keys), SchemeRoot(keys)]
        : PrivateScheme(registration, keys);

    /// <summary>Windows lists no program whose description is empty.</summary>
    private static string DescriptionOf(ProtocolRegistration registration) => registration.Description ?? $"{registration.Product}: opens telephone links";

    private static string IconOf(ProtocolRegistration registration) => $"{registration.Executable},0";
}
