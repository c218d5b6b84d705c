using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>Reads the command line as Windows has it, before it is split into arguments.</summary>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal static partial class CommandLine
{
    /// <summary>Gets the raw text: <c>GetCommandLineW</c>, which <c>Environment.CommandLine</c> may have rebuilt from the arguments.</summary>
    public static string? Raw => Marshal.PtrToStringUni(GetCommandLine());

#if NET
    [LibraryImport("kernel32", EntryPoint = "GetCommandLineW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetCommandLine();
#else
    [DllImport("kernel32", EntryPoint = "GetCommandLineW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr GetCommandLine();
#endif
}
