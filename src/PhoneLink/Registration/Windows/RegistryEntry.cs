namespace PhoneLink.Registration.Windows;

/// <summary>A value that a registration wants in the registry; always a REG_SZ.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">The value's name; "" is the key's default value.</param>
/// <param name="Text">The text.</param>
internal sealed record RegistryEntry(RegistryKeyPath Key, string Name, string Text)
{
    /// <summary>Returns the entry as a person reads it.</summary>
    public override string ToString() => $"{Key}: {(Name.Length == 0 ? "(Default)" : Name)} = {(Text.Length == 0 ? "(empty)" : Text)}";
}
