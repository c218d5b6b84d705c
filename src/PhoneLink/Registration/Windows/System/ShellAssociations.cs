using System.Runtime.Versioning;

namespace PhoneLink.Registration.Windows;

/// <summary>The real shell.</summary>
[SupportedOSPlatform("windows")]
internal sealed class ShellAssociations : IShellAssociations
{
    public static ShellAssociations Instance { get; } = new();

    public string? FindCommand(string scheme) => Shell.FindProtocolCommand(scheme);

    public string? FindExecutable(string scheme) => Shell.FindProtocolExecutable(scheme);

    public string? FindName(string scheme) => Shell.FindProtocolName(scheme);

    public string? FindProgId(string scheme) => Shell.FindProtocolClass(scheme);

    public void NotifyChanged() => Shell.NotifyAssociationsChanged();
}
