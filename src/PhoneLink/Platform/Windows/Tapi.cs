using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>The real telephony library, <c>tapi32.dll</c> of the system's own directory.</summary>
/// <remarks>Thread-safe. The library stays loaded: telephony services of vendors do not like to be unloaded.</remarks>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal sealed unsafe partial class Tapi : ITapi
{
    // winbase.h: LOAD_LIBRARY_SEARCH_SYSTEM32
    private const uint SearchSystem32 = 0x800;

    private volatile ITapiCall? _call;

    public static Tapi Instance { get; } = new();

    public bool IsInteractive => Environment.UserInteractive;

    public ITapiCall? Find() => _call ??= Load();

    /// <summary>By its whole path: by its name alone a library of that name which the host has loaded from elsewhere would do.</summary>
    private static NativeTapiCall? Load()
    {
        nint library;
        fixed (char* path = Path.Combine(Environment.SystemDirectory, "tapi32.dll"))
            library = LoadLibrary(path, 0, SearchSystem32);

        return library == 0 ? null
            : Export(library, "tapiRequestMakeCallW"u8) is var wide and not 0 ? new(wide, isWide: true)
            : Export(library, "tapiRequestMakeCallA"u8) is var ansi and not 0 ? new(ansi, isWide: false)
            : null;
    }

    private static nint Export(nint library, ReadOnlySpan<byte> name)
    {
        // A literal has a null behind it.
        fixed (byte* text = name)
            return GetProcAddress(library, text);
    }

#if NET
    [LibraryImport("kernel32", EntryPoint = "LoadLibraryExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint LoadLibrary(char* path, nint reserved, uint flags);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetProcAddress(nint library, byte* name);
#else
    [DllImport("kernel32", EntryPoint = "LoadLibraryExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint LoadLibrary(char* path, nint reserved, uint flags);

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetProcAddress(nint library, byte* name);
#endif
}
