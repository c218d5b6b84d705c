using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PhoneLink.Registration.Windows;

/// <summary>Who this process is, and who may write a file.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class SecurityCalls
{
    private const int MaxPackageName = 1024;
    private const int MaxTokenUser = 256; // A SID has at most 68 bytes.

    // winnt.h: TOKEN_QUERY, PROCESS_QUERY_LIMITED_INFORMATION, TokenUser, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION; accctrl.h: SE_FILE_OBJECT; sddl.h: SDDL_REVISION_1
    private const uint TokenQuery = 0x8;
    private const uint QueryLimitedInformation = 0x1000;
    private const int TokenUser = 1;
    private const uint OwnerAndAccessList = 0x1 | 0x4;
    private const int FileObject = 1;
    private const uint SddlRevision = 1;

    /// <summary>Gives the package's full name; null for a process without one.</summary>
    public static string? PackageName()
    {
        var name = stackalloc char[MaxPackageName];
        uint length = MaxPackageName;
        try
        {
            return GetCurrentPackageFullName(&length, name) == 0 ? new(name) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null; // Before Windows 8 there were no packages.
        }
    }

    public static string? UserOfProcess() => UserOf(GetCurrentProcess());

    /// <summary>Gives the user of the process that shows the desktop; null without a desktop, empty if the process may not be looked at: it is not this user's then.</summary>
    public static string? UserOfShell()
    {
        var window = GetShellWindow();
        uint id = 0;
        if (window == 0 || GetWindowThreadProcessId(window, &id) == 0)
            return null;

        var process = OpenProcess(QueryLimitedInformation, 0, id);
        if (process == 0)
            return "";

        try
        {
            return UserOf(process) ?? "";
        }
        finally
        {
            _ = CloseHandle(process);
        }
    }

    /// <summary>Gives the owner and the access list of a file or directory; null if they cannot be read.</summary>
    public static string? SecurityOf(string path)
    {
        void* descriptor = null;
        fixed (char* text = path)
            if (GetNamedSecurityInfo(text, FileObject, OwnerAndAccessList, null, null, null, null, &descriptor) != 0)
                return null;

        try
        {
            char* sddl = null;
            return ConvertSecurityDescriptorToString(descriptor, SddlRevision, OwnerAndAccessList, &sddl, null) != 0 ? TextOf(sddl) : null;
        }
        finally
        {
            _ = LocalFree(descriptor);
        }
    }

    private static string? UserOf(nint process)
    {
        nint token = 0;
        if (OpenProcessToken(process, TokenQuery, &token) == 0)
            return null;

        try
        {
            // TOKEN_USER begins with the pointer to the SID.
            var data = stackalloc byte[MaxTokenUser];
            uint length = 0;
            char* text = null;
            return GetTokenInformation(token, TokenUser, data, MaxTokenUser, &length) != 0 && ConvertSidToStringSid(*(void**)data, &text) != 0 ? TextOf(text) : null;
        }
        finally
        {
            _ = CloseHandle(token);
        }
    }

    private static string TextOf(char* text)
    {
        try
        {
            return new(text);
        }
        finally
        {
            _ = LocalFree(text);
        }
    }

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetCurrentPackageFullName(uint* length, char* name);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetCurrentProcess();

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint OpenProcess(uint access, int inherit, uint id);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CloseHandle(nint handle);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial void* LocalFree(void* memory);

    [LibraryImport("user32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetShellWindow();

    [LibraryImport("user32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetWindowThreadProcessId(nint window, uint* process);

    [LibraryImport("advapi32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int OpenProcessToken(nint process, uint access, nint* token);

    [LibraryImport("advapi32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetTokenInformation(nint token, int kind, void* data, uint length, uint* needed);

    [LibraryImport("advapi32", EntryPoint = "ConvertSidToStringSidW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ConvertSidToStringSid(void* sid, char** text);

    [LibraryImport("advapi32", EntryPoint = "GetNamedSecurityInfoW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetNamedSecurityInfo(char* name, int kind, uint wanted, void** owner, void** group, void** accessList, void** auditList, void** descriptor);

    [LibraryImport("advapi32", EntryPoint = "ConvertSecurityDescriptorToStringSecurityDescriptorW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ConvertSecurityDescriptorToString(void* descriptor, uint revision, uint wanted, char** text, uint* length);
}
