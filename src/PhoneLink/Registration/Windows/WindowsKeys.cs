using System.Security.Cryptography;
using System.Text;

namespace PhoneLink.Registration.Windows;

/// <summary>Where a registration lives in the registry; every key that may be written or deleted is named here.</summary>
internal sealed class WindowsKeys
{
    /// <summary>As long as Windows takes a ProgID (https://learn.microsoft.com/windows/win32/com/-progid--key).</summary>
    private const int MaxProgId = 39;
    private const int MaxSchemePart = 12;
    private const int HashLength = 12;

    public WindowsKeys(ProtocolRegistration registration)
    {
        Root = registration.Scope is RegistrationScope.User ? RegistryRoot.CurrentUser : RegistryRoot.LocalMachine;
        IsShared = SharedSchemes.Contains(registration.Scheme);
        SchemeClass = SchemeClassOf(Root, registration.Scheme);
        ProgId = ProgIdOf(registration);
        Class = IsShared ? new(Root, $@"{Classes}\{ProgId}") : SchemeClass;
        Product = new(Root, $@"Software\PhoneLink\Products\{registration.Product}");
        RegisteredApplications = RegisteredApplicationsOf(Root);
    }

    private const string Classes = @"Software\Classes";

    public RegistryRoot Root { get; }

    /// <summary>Gets whether the user chooses among the programs of the scheme.</summary>
    public bool IsShared { get; }

    /// <summary>Gets the key that makes the scheme one that Windows knows.</summary>
    public RegistryKeyPath SchemeClass { get; }

    /// <summary>Gets the name of the program's class for a shared scheme.</summary>
    public string ProgId { get; }

    /// <summary>Gets the key that holds the command: the scheme's own, or that of the ProgID.</summary>
    public RegistryKeyPath Class { get; }

    public RegistryKeyPath Command => CommandOf(Class);

    /// <summary>Gets the key of the product, whose capabilities its shared schemes have in common.</summary>
    public RegistryKeyPath Product { get; }

    public RegistryKeyPath Capabilities => Product["Capabilities"];

    public RegistryKeyPath UrlAssociations => Capabilities["URLAssociations"];

    /// <summary>Gets the key that lists the products among which the user chooses.</summary>
    public RegistryKeyPath RegisteredApplications { get; }

    public static RegistryKeyPath SchemeClassOf(RegistryRoot root, string scheme) => new(root, $@"{Classes}\{scheme}");

    public static RegistryKeyPath ProgIdClassOf(RegistryRoot root, string progId) => new(root, $@"{Classes}\{progId}");

    public static RegistryKeyPath CommandOf(RegistryKeyPath classKey) => classKey[@"shell\open\command"];

    public static RegistryKeyPath RegisteredApplicationsOf(RegistryRoot root) => new(root, @"Software\RegisteredApplications");

    /// <summary>The application id, where it can be one; otherwise a name made from it.</summary>
    private static string ProgIdOf(ProtocolRegistration registration)
    {
        var id = registration.ApplicationId!;
        if (id.Length <= MaxProgId && id.Contains('.', StringComparison.Ordinal) && id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '.'))
            return id;

        var scheme = new string([.. registration.Scheme.Where(char.IsAsciiLetterOrDigit).Take(MaxSchemePart)]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{registration.Product}")));
        return $"PhoneLink.{scheme}.{hash[..HashLength]}";
    }
}
