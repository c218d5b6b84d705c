using System.Globalization;
#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>The real registry.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal sealed unsafe class WindowsRegistry : IRegistry
{
    /// <summary>A key with more values than that is a mistake; so is a value that is longer, in bytes.</summary>
    private const int MaxValues = 1024;
    private const int MaxData = 64 * 1024;

    /// <summary>Names of registry values are at most 16,383 characters long; a preference's is shorter.</summary>
    private const int MaxName = 256;

    // winnt.h: REG_SZ, REG_EXPAND_SZ, REG_DWORD, REG_MULTI_SZ, REG_QWORD
    private const uint Text = 1;
    private const uint ExpandText = 2;
    private const uint Number = 4;
    private const uint MultiText = 7;
    private const uint LongNumber = 11;

    public static WindowsRegistry Instance { get; } = new();

    public IReadOnlyList<RegistryValue>? ReadValues(RegistryRoot root, string path)
    {
        var error = RegistryCalls.Open(root, path, out var key);
        if (error != 0)
            return error is RegistryCalls.FileNotFound or RegistryCalls.PathNotFound ? [] : null;

        try
        {
            return ReadValues(key);
        }
        finally
        {
            RegistryCalls.Close(key);
        }
    }

    private static List<RegistryValue> ReadValues(nint key)
    {
        var values = new List<RegistryValue>();
        var data = new byte[MaxData];
        var name = stackalloc char[MaxName + 1];
        fixed (byte* bytes = data)
        {
            for (var i = 0u; i < MaxValues; i++)
            {
                var (nameLength, length) = ((uint)MaxName + 1, (uint)MaxData);
                var error = RegistryCalls.EnumerateValue(key, i, name, ref nameLength, out var type, bytes, ref length);
                if (error == RegistryCalls.NoMoreItems)
                    break;

                if (error == 0 && nameLength > 0 && TextOf(type, bytes, (int)length) is { } text)
                    values.Add(new(new(name, 0, (int)nameLength), text));
            }
        }

        return values;
    }

    private static string? TextOf(uint type, byte* data, int length) => type switch
    {
        Text or ExpandText => Strings(data, length)[0],
        MultiText => string.Join(",", Strings(data, length).Where(static text => text.Length > 0)),
        Number when length >= sizeof(uint) => (*(uint*)data).ToString(CultureInfo.InvariantCulture),
        LongNumber when length >= sizeof(ulong) => (*(ulong*)data).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>What is stored need not end with a null, and may hold some inside.</summary>
    private static string[] Strings(byte* data, int length) => new string((char*)data, 0, length / sizeof(char)).Split('\0');
}
