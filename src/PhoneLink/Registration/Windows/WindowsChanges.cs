using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Makes prepared changes, each only if what it replaces still is what it was.</summary>
internal static class WindowsChanges
{
    public static FileChange Perform(ReceiptChange change, WindowsTools tools)
    {
        switch (change)
        {
            case RegistryKeyCreated created when RegistryKeyPath.TryParse(created.Path, out var key):
                tools.Registry.CreateKey(key);
                return FileChange.Done;
            case RegistryValueChanged value when RegistryKeyPath.TryParse(value.Path, out var key):
                return Replace(tools.Registry, key, value.Name, value.Before, value.After);
            case AssociationsNotified:
                tools.Shell.NotifyChanged();
                return FileChange.Done;
            default:
                throw new ArgumentException("The change is none of Windows.", nameof(change));
        }
    }

    /// <summary>The registry compares nothing itself: a write of another program between these two calls is lost.</summary>
    public static FileChange Replace(IRegistryEditor registry, RegistryKeyPath key, string name, RegistryData? expected, RegistryData? data)
    {
        if (registry.Read(key, name) != expected)
            return FileChange.Changed;

        if (data is null)
            registry.DeleteValue(key, name);
        else
            registry.Write(key, name, data);

        return FileChange.Done;
    }
}
