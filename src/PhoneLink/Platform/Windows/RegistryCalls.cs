using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>Calls of the Windows registry (winreg.h), in its 64-bit view; they return an error number, 0 for none.</summary>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal static unsafe partial class RegistryCalls
{
    // winerror.h
    public const int FileNotFound = 2;
    public const int PathNotFound = 3;
    public const int AccessDenied = 5;
    public const int MoreData = 234;
    public const int NoMoreItems = 259;

    // winnt.h: KEY_READ, KEY_WRITE, KEY_WOW64_64KEY, DELETE. The vendor's part of HKLM has two views; what registers must agree with what reads.
    private const uint ReadAccess = 0x20019;
    private const uint WriteAccess = 0x20006;
    private const uint View64 = 0x0100;

    public static int Open(RegistryRoot root, string path, out nint key) => Open(root, path, ReadAccess, out key);

    public static int OpenToWrite(RegistryRoot root, string path, out nint key) => Open(root, path, ReadAccess | WriteAccess, out key);

    public static int Create(RegistryRoot root, string path, out nint key)
    {
        fixed (char* text = path)
        fixed (nint* result = &key)
            return CreateKey((nint)(int)root, text, 0, null, 0, ReadAccess | WriteAccess | View64, 0, result, null);
    }

    public static int EnumerateValue(nint key, uint index, char* name, ref uint nameLength, out uint type, byte* data, ref uint dataLength)
    {
        fixed (uint* nameSize = &nameLength)
        fixed (uint* kind = &type)
        fixed (uint* dataSize = &dataLength)
            return EnumValue(key, index, name, nameSize, null, kind, data, dataSize);
    }

    public static int Query(nint key, string name, out uint type, byte* data, ref uint length)
    {
        fixed (char* text = name)
        fixed (uint* kind = &type)
        fixed (uint* size = &length)
            return QueryValue(key, text, null, kind, data, size);
    }

    public static int Set(nint key, string name, uint type, ReadOnlySpan<byte> data)
    {
        fixed (char* text = name)
        fixed (byte* bytes = data)
            return SetValue(key, text, 0, type, bytes, (uint)data.Length);
    }

    public static int Delete(nint key, string name)
    {
        fixed (char* text = name)
            return DeleteValue(key, text);
    }

    public static int Count(nint key, out uint keys, out uint values)
    {
        fixed (uint* subkeys = &keys)
        fixed (uint* valueCount = &values)
            return QueryInfo(key, null, null, null, subkeys, null, null, valueCount, null, null, null, null);
    }

    public static int DeleteKey(RegistryRoot root, string path)
    {
        fixed (char* text = path)
            return DeleteKeyEx((nint)(int)root, text, View64, 0);
    }

    public static void Close(nint key) => _ = CloseKey(key);

    private static int Open(RegistryRoot root, string path, uint access, out nint key)
    {
        fixed (char* text = path)
        fixed (nint* result = &key)
            return OpenKey((nint)(int)root, text, 0, access | View64, result);
    }

#if NET
    [LibraryImport("advapi32", EntryPoint = "RegOpenKeyExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int OpenKey(nint key, char* path, uint options, uint access, nint* result);

    [LibraryImport("advapi32", EntryPoint = "RegCreateKeyExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CreateKey(nint key, char* path, uint reserved, char* className, uint options, uint access, nint security, nint* result, uint* disposition);

    [LibraryImport("advapi32", EntryPoint = "RegEnumValueW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int EnumValue(nint key, uint index, char* name, uint* nameLength, uint* reserved, uint* type, byte* data, uint* dataLength);

    [LibraryImport("advapi32", EntryPoint = "RegQueryValueExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int QueryValue(nint key, char* name, uint* reserved, uint* type, byte* data, uint* dataLength);

    [LibraryImport("advapi32", EntryPoint = "RegSetValueExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetValue(nint key, char* name, uint reserved, uint type, byte* data, uint dataLength);

    [LibraryImport("advapi32", EntryPoint = "RegDeleteValueW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int DeleteValue(nint key, char* name);

    [LibraryImport("advapi32", EntryPoint = "RegQueryInfoKeyW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int QueryInfo(nint key, char* className, uint* classLength, uint* reserved, uint* keys, uint* maxKey, uint* maxClass, uint* values, uint* maxName, uint* maxData, uint* security, void* time);

    [LibraryImport("advapi32", EntryPoint = "RegDeleteKeyExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int DeleteKeyEx(nint key, char* path, uint access, uint reserved);

    [LibraryImport("advapi32", EntryPoint = "RegCloseKey")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CloseKey(nint key);
#else
    [DllImport("advapi32", EntryPoint = "RegOpenKeyExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int OpenKey(nint key, char* path, uint options, uint access, nint* result);

    [DllImport("advapi32", EntryPoint = "RegCreateKeyExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int CreateKey(nint key, char* path, uint reserved, char* className, uint options, uint access, nint security, nint* result, uint* disposition);

    [DllImport("advapi32", EntryPoint = "RegEnumValueW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int EnumValue(nint key, uint index, char* name, uint* nameLength, uint* reserved, uint* type, byte* data, uint* dataLength);

    [DllImport("advapi32", EntryPoint = "RegQueryValueExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int QueryValue(nint key, char* name, uint* reserved, uint* type, byte* data, uint* dataLength);

    [DllImport("advapi32", EntryPoint = "RegSetValueExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetValue(nint key, char* name, uint reserved, uint type, byte* data, uint dataLength);

    [DllImport("advapi32", EntryPoint = "RegDeleteValueW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int DeleteValue(nint key, char* name);

    [DllImport("advapi32", EntryPoint = "RegQueryInfoKeyW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int QueryInfo(nint key, char* className, uint* classLength, uint* reserved, uint* keys, uint* maxKey, uint* maxClass, uint* values, uint* maxName, uint* maxData, uint* security, void* time);

    [DllImport("advapi32", EntryPoint = "RegDeleteKeyExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int DeleteKeyEx(nint key, char* path, uint access, uint reserved);

    [DllImport("advapi32", EntryPoint = "RegCloseKey", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int CloseKey(nint key);
#endif
}
