using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>A key is made.</summary>
internal sealed record RegistryKeyCreated(string Path) : ReceiptChange(Path);

/// <summary>A value is written, or removed if <paramref name="After"/> is null; <paramref name="Before"/> is null where there was none.</summary>
internal sealed record RegistryValueChanged(string Path, string Name, RegistryData? Before, RegistryData? After) : ReceiptChange(Path);

/// <summary>The shell is told.</summary>
internal sealed record AssociationsNotified(string Path) : ReceiptChange(Path);
