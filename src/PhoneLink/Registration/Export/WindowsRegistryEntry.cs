namespace PhoneLink.Registration.Export;

/// <summary>One text value (REG_SZ) in the Windows registry.</summary>
/// <param name="Key">The key below HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE; never HKEY_CLASSES_ROOT, which is a view of both.</param>
/// <param name="Name">The value's name; empty is the key's default value.</param>
/// <param name="Value">The text; nothing in it is expanded.</param>
internal readonly record struct WindowsRegistryEntry(string Key, string Name, string Value);
