namespace PhoneLink;

/// <summary>The Windows registry, as far as the library touches it.</summary>
internal interface IRegistry
{
    /// <summary>Reads the values of a key; those of other types than text and number are left out.</summary>
    /// <returns>The values; empty when there is no such key, null when it cannot be read.</returns>
    IReadOnlyList<RegistryValue>? ReadValues(RegistryRoot root, string path);
}
