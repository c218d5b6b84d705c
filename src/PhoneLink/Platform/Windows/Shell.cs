using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>Calls of the Windows shell.</summary>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal static unsafe partial class Shell
{
    // winerror.h
    public const int FileNotFound = 2;
    public const int PathNotFound = 3;
    public const int NoAssociation = 1155;

    // shellapi.h: SEE_MASK_CLASSNAME, SEE_MASK_NOASYNC, SEE_MASK_FLAG_NO_UI, SW_SHOWNORMAL
    private const uint ClassName = 0x1;
    private const uint NoAsync = 0x100;
    private const uint NoUserInterface = 0x400;
    private const int ShowNormal = 1;

    // shlwapi.h: ASSOCF_IS_PROTOCOL, ASSOCSTR_COMMAND, _EXECUTABLE, _FRIENDLYAPPNAME, _DELEGATEEXECUTE, _PROGID
    private const uint IsProtocol = 0x1000;
    private const int Command = 1;
    private const int Executable = 2;
    private const int FriendlyName = 4;
    private const int DelegateExecute = 18;
    private const int ProgId = 20;
    private const int MaxResult = 1024;

    // shlobj_core.h: SHCNE_ASSOCCHANGED, SHCNF_DWORD | SHCNF_FLUSH
    private const int AssociationsChanged = 0x08000000;
    private const uint Flush = 0x1003;

    /// <summary>Opens a link with the program of a class; the working directory is the system's, against planted libraries.</summary>
    /// <returns>0, or the system's error number.</returns>
    public static int Open(string link, string className)
    {
        fixed (char* verb = "open")
        fixed (char* file = link)
        fixed (char* directory = Environment.SystemDirectory)
        fixed (char* classText = className)
        {
            var info = new ExecuteInfo
            {
                Size = (uint)sizeof(ExecuteInfo),
                Mask = ClassName | NoAsync | NoUserInterface,
                Verb = verb,
                File = file,
                Directory = directory,
                Show = ShowNormal,
                Class = classText,
            };
            return ShellExecuteEx(&info) != 0 ? 0 : Marshal.GetLastWin32Error();
        }
    }

    /// <summary>Finds the ProgID of the program that the user chose for a scheme; null where there is none.</summary>
    public static string? FindProtocolClass(string scheme) => Query(scheme, ProgId);

    /// <summary>Finds the program that the shell starts for a scheme; null where there is none, or only a packaged one.</summary>
    public static string? FindProtocolExecutable(string scheme) => Query(scheme, Executable);

    /// <summary>Gives the command line that the shell starts for a scheme, with its <c>%1</c>; null where there is none, or only a packaged program.</summary>
    public static string? FindProtocolCommand(string scheme) => Query(scheme, Command);

    /// <summary>Gives the name of the program that the shell starts for a scheme; null where there is none.</summary>
    public static string? FindProtocolName(string scheme) => Query(scheme, FriendlyName);

    /// <summary>Tells the shell and whatever listens to it that associations have changed; returns when they have been told.</summary>
    public static void NotifyAssociationsChanged() => ChangeNotify(AssociationsChanged, Flush, null, null);

    /// <summary>Says whether the shell would find anything to start for a scheme.</summary>
    public static bool HasProtocolHandler(string scheme) =>
        Query(scheme, Command) is not null || Query(scheme, Executable) is not null || Query(scheme, ProgId) is not null || Query(scheme, DelegateExecute) is not null;

    private static string? Query(string scheme, int kind)
    {
        // The length that comes back cannot be relied on (Wine leaves it as it was); the text ends at its null.
        var buffer = stackalloc char[MaxResult];
        uint length = MaxResult - 1;
        fixed (char* association = scheme)
            return AssocQueryString(IsProtocol, kind, association, null, buffer, &length) == 0 && buffer[0] != '\0' ? new(buffer) : null;
    }

#if NET
    [LibraryImport("shell32", EntryPoint = "ShellExecuteExW", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ShellExecuteEx(ExecuteInfo* info);

    [LibraryImport("shlwapi", EntryPoint = "AssocQueryStringW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int AssocQueryString(uint flags, int kind, char* association, char* extra, char* result, uint* length);

    [LibraryImport("shell32", EntryPoint = "SHChangeNotify")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial void ChangeNotify(int what, uint flags, void* first, void* second);
#else
    [DllImport("shell32", EntryPoint = "ShellExecuteExW", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ShellExecuteEx(ExecuteInfo* info);

    [DllImport("shlwapi", EntryPoint = "AssocQueryStringW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int AssocQueryString(uint flags, int kind, char* association, char* extra, char* result, uint* length);

    [DllImport("shell32", EntryPoint = "SHChangeNotify", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern void ChangeNotify(int what, uint flags, void* first, void* second);
#endif

    /// <summary>SHELLEXECUTEINFOW, https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-shellexecuteinfow.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ExecuteInfo
    {
        public uint Size;
        public uint Mask;
        public nint Window;
        public char* Verb;
        public char* File;
        public char* Parameters;
        public char* Directory;
        public int Show;
        public nint Instance;
        public void* IdList;
        public char* Class;
        public nint ClassKey;
        public uint HotKey;
        public nint IconOrMonitor;
        public nint Process;
    }
}
