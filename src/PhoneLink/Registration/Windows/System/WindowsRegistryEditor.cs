using System.ComponentModel;
using System.Runtime.Versioning;

namespace PhoneLink.Registration.Windows;

/// <summary>The real registry, to read and to write.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsRegistryEditor : IRegistryEditor
{
    /// <summary>A value that is larger is no text of a registration.</summary>
    private const uint MaxData = 1 << 20;

    /// <summary>Names of registry values are at most 16,383 characters long.</summary>
    private const int MaxName = 16_383;

    public static WindowsRegistryEditor Instance { get; } = new();

    public IReadOnlyList<RegistryValue>? ReadValues(RegistryRoot root, string path) => WindowsRegistry.Instance.ReadValues(root, path);

    public bool HasKey(RegistryKeyPath key) => With(key, false, static _ => true);

    public bool IsEmpty(RegistryKeyPath key) => With(key, false, handle =>
    {
        Check(RegistryCalls.Count(handle, out var keys, out var values), key);
        return keys == 0 && values == 0;
    });

    public IReadOnlyList<string> ListValues(RegistryKeyPath key) => With<IReadOnlyList<string>>(key, [], handle =>
    {
        var names = new List<string>();
        var name = new char[MaxName + 1];
        fixed (char* text = name)
        {
            while (true)
            {
                var (nameLength, dataLength) = ((uint)MaxName + 1, 0u);
                var error = RegistryCalls.EnumerateValue(handle, (uint)names.Count, text, ref nameLength, out _, null, ref dataLength);
                if (error == RegistryCalls.NoMoreItems)
                    return names;

                if (error != RegistryCalls.MoreData)
                    Check(error, key);

                names.Add(new(text, 0, (int)nameLength));
            }
        }
    });

    public RegistryData? Read(RegistryKeyPath key, string name) => With<RegistryData?>(key, null, handle =>
    {
        while (true)
        {
            var length = 0u;
            var error = RegistryCalls.Query(handle, name, out _, null, ref length);
            if (error == RegistryCalls.FileNotFound)
                return null;

            Check(error, key);
            if (length > MaxData)
                throw new IOException($"The value '{name}' of '{key}' is larger than {MaxData} bytes.");

            var data = new byte[length];
            uint type;
            fixed (byte* bytes = data)
                error = RegistryCalls.Query(handle, name, out type, bytes, ref length);

            if (error == RegistryCalls.FileNotFound)
                return null;

            if (error == RegistryCalls.MoreData)
                continue; // It has grown meanwhile.

            Check(error, key);
            return new RegistryData(type, data.AsSpan(0, (int)length).ToArray());
        }
    });

    public void CreateKey(RegistryKeyPath key)
    {
        Check(RegistryCalls.Create(key.Root, key.Path, out var handle), key);
        RegistryCalls.Close(handle);
    }

    public void Write(RegistryKeyPath key, string name, RegistryData data)
    {
        Check(RegistryCalls.OpenToWrite(key.Root, key.Path, out var handle), key);
        try
        {
            Check(RegistryCalls.Set(handle, name, data.Type, data.Bytes), key);
        }
        finally
        {
            RegistryCalls.Close(handle);
        }
    }

    public void DeleteValue(RegistryKeyPath key, string name)
    {
        var error = RegistryCalls.OpenToWrite(key.Root, key.Path, out var handle);
        if (IsMissing(error))
            return;

        Check(error, key);
        try
        {
            error = RegistryCalls.Delete(handle, name);
            if (!IsMissing(error))
                Check(error, key);
        }
        finally
        {
            RegistryCalls.Close(handle);
        }
    }

    /// <summary>The system deletes a key with its values, if only it has no keys; who writes one between the two calls loses it.</summary>
    public void DeleteKeyIfEmpty(RegistryKeyPath key)
    {
        if (IsEmpty(key) && RegistryCalls.DeleteKey(key.Root, key.Path) is var error && !IsMissing(error))
            Check(error, key);
    }

    private static T With<T>(RegistryKeyPath key, T missing, Func<nint, T> read)
    {
        var error = RegistryCalls.Open(key.Root, key.Path, out var handle);
        if (IsMissing(error))
            return missing;

        Check(error, key);
        try
        {
            return read(handle);
        }
        finally
        {
            RegistryCalls.Close(handle);
        }
    }

    private static bool IsMissing(int error) => error is RegistryCalls.FileNotFound or RegistryCalls.PathNotFound;

    private static void Check(int error, RegistryKeyPath key)
    {
        if (error == RegistryCalls.AccessDenied)
            throw new UnauthorizedAccessException($"The access to '{key}' is denied.");

        if (error != 0)
            throw new IOException($"'{key}' cannot be read or changed: {new Win32Exception(error).Message} ({error}).");
    }
}
