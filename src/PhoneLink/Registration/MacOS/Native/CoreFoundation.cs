using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PhoneLink.Registration.MacOS.Native;

/// <summary>CFString.h, CFArray.h and CFBase.h; a CFIndex is as long as a pointer.</summary>
[SupportedOSPlatform("macos")]
internal static unsafe partial class CoreFoundation
{
    private const string Library = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";

    [LibraryImport(Library, EntryPoint = "CFStringCreateWithCharacters")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial nint CreateString(nint allocator, char* characters, nint length);

    [LibraryImport(Library, EntryPoint = "CFStringGetLength")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial nint GetLength(nint text);

    [LibraryImport(Library, EntryPoint = "CFStringGetCharacters")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial void GetCharacters(nint text, CFRange range, char* buffer);

    [LibraryImport(Library, EntryPoint = "CFArrayGetCount")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial nint GetCount(nint array);

    /// <summary>The element stays the array's.</summary>
    [LibraryImport(Library, EntryPoint = "CFArrayGetValueAtIndex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial nint GetValueAt(nint array, nint index);

    [LibraryImport(Library, EntryPoint = "CFRelease")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static partial void Release(nint item);

    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct CFRange(nint Location, nint Length);
}
