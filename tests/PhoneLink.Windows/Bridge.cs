using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Principal;

namespace PhoneLink.Windows;

/// <summary>Wine's merged view of classes lacks the user's: a link from the machine's key to the user's makes up for it, in tests only.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Bridge
{
    // winnt.h: HKEY_LOCAL_MACHINE, REG_OPTION_VOLATILE | REG_OPTION_CREATE_LINK, REG_OPTION_OPEN_LINK, KEY_ALL_ACCESS | KEY_WOW64_64KEY, REG_LINK
    private const nint LocalMachine = unchecked((int)0x80000002);
    private const uint VolatileLink = 3;
    private const uint OpenLink = 8;
    private const uint AllAccess = 0xF003F | 0x100;
    private const uint LinkType = 6;

    public static Task LinkAsync(string[] arguments)
    {
        using var user = WindowsIdentity.GetCurrent();
        var target = $@"\Registry\User\{user.User!.Value}\Software\Classes\{arguments[0]}";
        nint key = 0;
        fixed (char* path = PathOf(arguments[0]))
            Check(RegCreateKeyEx(LocalMachine, path, 0, null, VolatileLink, AllAccess, 0, &key, null));

        fixed (char* name = "SymbolicLinkValue")
        fixed (char* text = target)
            Check(RegSetValueEx(key, name, 0, LinkType, text, (uint)(target.Length * sizeof(char))));

        Check(RegCloseKey(key));
        return Task.CompletedTask;
    }

    public static Task UnlinkAsync(string[] arguments)
    {
        nint key = 0;
        fixed (char* path = PathOf(arguments[0]))
            Check(RegOpenKeyEx(LocalMachine, path, OpenLink, AllAccess, &key));

        Check(NtDeleteKey(key));
        return Task.FromResult(RegCloseKey(key));
    }

    private static string PathOf(string scheme) => $@"Software\Classes\{scheme}";

    private static void Check(int error)
    {
        if (error != 0)
            throw new InvalidOperationException($"The registry says {error}.");
    }

    [LibraryImport("advapi32", EntryPoint = "RegCreateKeyExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int RegCreateKeyEx(nint key, char* path, uint reserved, char* className, uint options, uint access, nint security, nint* result, uint* disposition);

    [LibraryImport("advapi32", EntryPoint = "RegOpenKeyExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int RegOpenKeyEx(nint key, char* path, uint options, uint access, nint* result);

    [LibraryImport("advapi32", EntryPoint = "RegSetValueExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int RegSetValueEx(nint key, char* name, uint reserved, uint type, void* data, uint length);

    [LibraryImport("advapi32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int RegCloseKey(nint key);

    [LibraryImport("ntdll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int NtDeleteKey(nint key);
}
