using System.Security.Cryptography;
using System.Text;

namespace PhoneLink.Registration.Windows;

/// <summary>Where a registration lives in the registry; every key that may be written or deleted is named here.</summary>
internal sealed class WindowsKeys
{
    /// <summary>As long as Windows takes a ProgID (https://learn.microsoft.com/windows/win32/com/-progid--key).</summary>
    private const int MaxProgId = 39;
    private const int HashLength = 8;

    private const string Classes = @"Software\Classes";

    /// <summary>32- and 64-bit programs share this key, unlike a vendor's own (https://learn.microsoft.com/windows/win32/winprog64/shared-registry-keys).</summary>
    private const string Clients = @"Software\Clients\PhoneLink";

    public WindowsKeys(ProtocolRegistration registration)
    {
        Root = registration.Scope is RegistrationScope.User ? RegistryRoot.CurrentUser : RegistryRoot.LocalMachine;
        IsShared = SharedSchemes.Contains(registration.Scheme);
        SchemeClass = SchemeClassOf(Root, registration.Scheme);
        ProgId = ProgIdOf(registration);
        Class = IsShared ? new(Root, $@"{Classes}\{ProgId}") : SchemeClass;
        Product = new(Root, $@"{Clients}\{registration.Product}");
        RegisteredApplications = RegisteredApplicationsOf(Root);
    }

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

    /// <summary>Makes the name of the program's class out of the application id: one for each id, the same on every machine.</summary>
    /// <remarks>An id that the vendor has not chosen is that of other vendors too; so the product is in the name then.</remarks>
    public static string ProgIdOf(ProtocolRegistration registration)
    {
        var id = registration.ApplicationId!;
        var name = string.Join('.', id.Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries));
        var isChosen = !id.StartsWith(RegistrationRules.DefaultIdPrefix, StringComparison.Ordinal);
        if (isChosen && name.Length is > 0 and <= MaxProgId)
            return name;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(isChosen ? id : $"{id}\n{registration.Product}")))[..HashLength];
        return $"{name[..Math.Min(name.Length, MaxProgId - HashLength - 1)].TrimEnd('.')}.{hash}".TrimStart('.');
    }
}
