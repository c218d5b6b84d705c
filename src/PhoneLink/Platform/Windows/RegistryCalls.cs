using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>Calls of the Windows registry (winreg.h); they return an error number, 0 for none.</summary>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal static unsafe partial class RegistryCalls
{
    // winerror.h
    public const int FileNotFound = 2;
    public const int PathNotFound = 3;
    public const int NoMoreItems = 259;

    private const uint ReadAccess = 0x20019; // KEY_READ, winnt.h

    public static int Open(RegistryRoot root, string path, out nint key)
    {
        fixed (char* text = path)
        fixed (nint* result = &key)
            return OpenKey((nint)(int)root, text, 0, ReadAccess, result);
    }

    public static int EnumerateValue(nint key, uint index, char* name, ref uint nameLength, out uint type, byte* data, ref uint dataLength)
    {
        fixed (uint* nameSize = &nameLength)
        fixed (uint* kind = &type)
        fixed (uint* dataSize = &dataLength)
            return EnumValue(key, index, name, nameSize, null, kind, data, dataSize);
    }

    public static void Close(nint key) => _ = CloseKey(key);

#if NET
    [LibraryImport("advapi32", EntryPoint = "RegOpenKeyExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int OpenKey(nint key, char* path, uint options, uint access, nint* result);

    [LibraryImport("advapi32", EntryPoint = "RegEnumValueW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int EnumValue(nint key, uint index, char* name, uint* nameLength, uint* reserved, uint* type, byte* data, uint* dataLength);

    [LibraryImport("advapi32", EntryPoint = "RegCloseKey")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CloseKey(nint key);
#else
    [DllImport("advapi32", EntryPoint = "RegOpenKeyExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int OpenKey(nint key, char* path, uint options, uint access, nint* result);

    [DllImport("advapi32", EntryPoint = "RegEnumValueW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int EnumValue(nint key, uint index, char* name, uint* nameLength, uint* reserved, uint* type, byte* data, uint* dataLength);

    [DllImport("advapi32", EntryPoint = "RegCloseKey", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int CloseKey(nint key);
#endif
}
