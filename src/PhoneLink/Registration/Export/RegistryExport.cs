using PhoneLink.Registration.Windows;

namespace PhoneLink.Registration.Export;

/// <summary>The registry of registrations as a file can write and remove it, which cannot look before.</summary>
internal static class RegistryExport
{
    /// <summary>Lists what is written.</summary>
    /// <param name="registrations">Checked registrations.</param>
    public static IEnumerable<RegistryEntry> Of(IEnumerable<ProtocolRegistration> registrations)
    {
        var all = registrations.Select(static registration => (Registration: registration, Keys: new WindowsKeys(registration))).ToList();
        var shared = all.FindAll(static one => one.Keys.IsShared);
        return
        [
            .. all.SelectMany(static one => one.Keys.IsShared ? ChoiceOf(one.Registration, one.Keys) : WindowsEntries.PrivateScheme(one.Registration, one.Keys)),
            .. shared.SelectMany(static one => WindowsEntries.Capabilities(one.Registration, one.Keys)).DistinctBy(static entry => (entry.Key, entry.Name)).OrderBy(static entry => entry.Key.ToString(), StringComparer.Ordinal),
            .. shared.Select(static one => WindowsEntries.Application(one.Registration, one.Keys)).Distinct(),
        ];
    }

    /// <summary>Lists the keys that are the registrations' alone, with all below them.</summary>
    public static IEnumerable<RegistryKeyPath> OwnedKeys(IEnumerable<ProtocolRegistration> registrations)
    {
        var all = registrations.Select(static registration => new WindowsKeys(registration)).ToList();
        return [.. all.Select(static keys => keys.Class), .. all.FindAll(static keys => keys.IsShared).Select(static keys => keys.Product).Distinct()];
    }

    /// <summary>Lists the values in keys that are everybody's.</summary>
    public static IEnumerable<RegistryEntry> OwnedValues(IEnumerable<ProtocolRegistration> registrations) =>
        registrations.Where(static registration => new WindowsKeys(registration).IsShared).Select(static registration => WindowsEntries.Application(registration, new(registration))).Distinct();

    /// <summary>For one user the scheme's own class would hide the machine's with all below it; for the machine it adds what some machines lack.</summary>
    private static IEnumerable<RegistryEntry> ChoiceOf(ProtocolRegistration registration, WindowsKeys keys) =>
    [
        .. registration.Scope is RegistrationScope.Machine ? [WindowsEntries.SchemeRoot(keys)] : Array.Empty<RegistryEntry>(),
        .. WindowsEntries.ProgramClass(registration, keys),
    ];
}
