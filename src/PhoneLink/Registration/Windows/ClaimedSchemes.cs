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
           let capabilities = registry.Read(applications, product)?.Text
           where !string.IsNullOrEmpty(capabilities)
           let progId = registry.Read(new(root, $@"{capabilities}\URLAssociations"), scheme)?.Text
           where !string.IsNullOrEmpty(progId)
           select new SchemeClaim(root, product, progId),
    ];
}
