using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PhoneLink.Registration.MacOS.Native;

/// <summary>LSInfoDeprecated.h. A call named Copy gives an object that the caller releases.</summary>
[SupportedOSPlatform("macos")]
internal static partial class CoreServices
{
    private const string Library = "/System/Library/Frameworks/CoreServices.framework/CoreServices";

    [LibraryImport(Library, EntryPoint = "LSCopyDefaultHandlerForURLScheme")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial nint CopyDefaultHandler(nint scheme);

    [LibraryImport(Library, EntryPoint = "LSCopyAllHandlersForURLScheme")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial nint CopyAllHandlers(nint scheme);

    [LibraryImport(Library, EntryPoint = "LSSetDefaultHandlerForURLScheme")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial int SetDefaultHandler(nint scheme, nint bundleId);
}
