using System.Text;
using System.Text.Json.Serialization;

namespace PhoneLink.Registration.Windows;

/// <summary>What a registry value holds, exactly.</summary>
/// <param name="Type">The type (winnt.h), for instance 1 for REG_SZ.</param>
/// <param name="Bytes">The data as stored; that of a text need not end with a null.</param>
internal sealed record RegistryData(uint Type, byte[] Bytes)
{
    // winnt.h: REG_SZ, REG_EXPAND_SZ
    public const uint TextType = 1;
    public const uint ExpandTextType = 2;

    /// <summary>Gets the text of a REG_SZ or REG_EXPAND_SZ up to its null, variables not replaced; null for other types.</summary>
    [JsonIgnore]
    public string? Text => Type is TextType or ExpandTextType ? Encoding.Unicode.GetString(Bytes).Split('\0')[0] : null;

    /// <summary>Makes a REG_SZ with its null.</summary>
    public static RegistryData OfText(string text) => new(TextType, Encoding.Unicode.GetBytes(text + '\0'));

    public bool Equals(RegistryData? other) => other is not null && Type == other.Type && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode() => HashCode.Combine(Type, Bytes.Length);
}
