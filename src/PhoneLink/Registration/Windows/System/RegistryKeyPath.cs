using System.Diagnostics.CodeAnalysis;

namespace PhoneLink.Registration.Windows;

/// <summary>A key of the registry under one of its two real roots. HKEY_CLASSES_ROOT, a merged view whose writes land where chance has it, is none of them.</summary>
/// <param name="Root">The root.</param>
/// <param name="Path">The path below the root, without a backslash at either end.</param>
internal sealed record RegistryKeyPath(RegistryRoot Root, string Path)
{
    private const string User = @"HKEY_CURRENT_USER\";
    private const string Machine = @"HKEY_LOCAL_MACHINE\";

    /// <summary>Gets the key above; null below the root.</summary>
    public RegistryKeyPath? Parent => Path.LastIndexOf('\\') is > 0 and var end ? this with { Path = Path[..end] } : null;

    /// <summary>Names a key below this one.</summary>
    public RegistryKeyPath this[string relative] => this with { Path = $@"{Path}\{relative}" };

    public static bool TryParse(string text, [NotNullWhen(true)] out RegistryKeyPath? key)
    {
        key = text.StartsWith(User, StringComparison.Ordinal) ? new(RegistryRoot.CurrentUser, text[User.Length..])
            : text.StartsWith(Machine, StringComparison.Ordinal) ? new(RegistryRoot.LocalMachine, text[Machine.Length..])
            : null;
        return key is not null;
    }

    /// <summary>Names of keys have no case.</summary>
    public bool Equals(RegistryKeyPath? other) => other is not null && Root == other.Root && string.Equals(Path, other.Path, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(Root, StringComparer.OrdinalIgnoreCase.GetHashCode(Path));

    /// <summary>Returns the path with the root's name in full, as <c>reg.exe</c> and regedit write it.</summary>
    public override string ToString() => (Root is RegistryRoot.CurrentUser ? User : Machine) + Path;
}
