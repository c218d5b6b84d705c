namespace PhoneLink.Registration.Windows;

/// <summary>The Windows registry, as far as registrations touch it: always its 64-bit view.</summary>
/// <remarks>Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.</remarks>
internal interface IRegistryEditor : IRegistry
{
    bool HasKey(RegistryKeyPath key);

    /// <summary>Says whether a key has neither values nor keys; false when there is no such key.</summary>
    bool IsEmpty(RegistryKeyPath key);

    /// <summary>Lists the names of a key's values, the unnamed one as ""; empty when there is no such key.</summary>
    IReadOnlyList<string> ListValues(RegistryKeyPath key);

    /// <summary>Reads a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="name">The name; "" is the key's default value.</param>
    /// <returns>The data; null when there is no such value or key.</returns>
    RegistryData? Read(RegistryKeyPath key, string name);

    /// <summary>Makes a key, with those above it.</summary>
    void CreateKey(RegistryKeyPath key);

    /// <summary>Writes a value of a key that is there.</summary>
    void Write(RegistryKeyPath key, string name, RegistryData data);

    /// <summary>Deletes a value; nothing happens when there is none.</summary>
    void DeleteValue(RegistryKeyPath key, string name);

    /// <summary>Deletes a key, if it has neither values nor keys.</summary>
    void DeleteKeyIfEmpty(RegistryKeyPath key);
}
