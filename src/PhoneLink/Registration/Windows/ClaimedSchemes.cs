namespace PhoneLink.Registration.Windows;

/// <summary>A product that says that it opens a scheme, and the class it names for it.</summary>
/// <param name="Root">For whom it is registered.</param>
/// <param name="Product">The name in RegisteredApplications.</param>
/// <param name="ProgId">The class.</param>
internal sealed record SchemeClaim(RegistryRoot Root, string Product, string ProgId);

/// <summary>The products among which the user chooses for a scheme.</summary>
internal static class ClaimedSchemes
{
    /// <summary>Lists the claims, the user's first.</summary>
    public static IReadOnlyList<SchemeClaim> Find(IRegistryEditor registry, string scheme) =>
    [
        .. from root in new[] { RegistryRoot.CurrentUser, RegistryRoot.LocalMachine }
           let applications = WindowsKeys.RegisteredApplicationsOf(root)
           from product in registry.ListValues(applications)
           let capabilities = TryRead(registry, applications, product)
           where !string.IsNullOrEmpty(capabilities)
           let progId = TryRead(registry, new(root, $@"{capabilities}\URLAssociations"), scheme)
           where !string.IsNullOrEmpty(progId)
           select new SchemeClaim(root, product, progId),
    ];

    /// <summary>What another vendor has broken, or keeps to himself, is no claim.</summary>
    private static string? TryRead(IRegistryEditor registry, RegistryKeyPath key, string name)
    {
        try
        {
            return registry.Read(key, name)?.Text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
