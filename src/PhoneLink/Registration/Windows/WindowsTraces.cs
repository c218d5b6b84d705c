using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Finds what a registration has written, by the program that its command starts, where no receipt tells of it.</summary>
internal static class WindowsTraces
{
    /// <summary>Makes up the changes of a receipt whose reversal removes everything of the registration.</summary>
    /// <exception cref="RegistrationException">The scheme is another program's (<see cref="RegistrationFailure.OwnedByOther"/>).</exception>
    public static IReadOnlyList<ReceiptChange> Find(WindowsTools tools, ProtocolRegistration registration)
    {
        var keys = new WindowsKeys(registration);
        if (tools.Registry.Read(keys.Command, "") is null && !IsListed(tools, registration, keys))
            return [];

        new WindowsOwnership(tools, registration with { ReplaceOtherHandler = false }, []).Check(takesDefault: true);
        var entries = WindowsEntries.All(registration, keys).Where(entry => !keys.IsShared || entry.Key != keys.SchemeClass).ToList();
        var made = entries.SelectMany(entry => WithParents(entry.Key, keys.Class)).Distinct().OrderBy(static key => key.Path.Length);
        return
        [
            .. made.Select(static key => new RegistryKeyCreated(key.ToString())),
            .. from entry in entries
               let current = tools.Registry.Read(entry.Key, entry.Name)
               where current is not null && (current == RegistryData.OfText(entry.Text) || entry.Key == keys.Command)
               select new RegistryValueChanged(entry.Key.ToString(), entry.Name, null, current),
            new AssociationsNotified(keys.Class.ToString()),
        ];
    }

    private static bool IsListed(WindowsTools tools, ProtocolRegistration registration, WindowsKeys keys) =>
        keys.IsShared && string.Equals(tools.Registry.Read(keys.RegisteredApplications, registration.Product!)?.Text, keys.Capabilities.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>The key and those above it down to the class; none if it does not lie below the class.</summary>
    private static IEnumerable<RegistryKeyPath> WithParents(RegistryKeyPath key, RegistryKeyPath classKey)
    {
        for (var current = key; current.Path.StartsWith(classKey.Path, StringComparison.OrdinalIgnoreCase); current = current.Parent!)
            yield return current;
    }
}
