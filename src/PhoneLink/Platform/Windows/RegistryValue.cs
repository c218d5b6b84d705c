namespace PhoneLink;

/// <summary>A value of a registry key as text: a string as it stands, a number in decimal digits, several strings joined by commas.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">The text; environment variables in it are not replaced.</param>
internal readonly record struct RegistryValue(string Name, string Text);
