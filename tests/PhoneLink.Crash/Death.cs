using System.Runtime.InteropServices;

namespace PhoneLink.Crash;

/// <summary>Ends this process as nobody can prevent: no handler runs, nothing is flushed.</summary>
internal static partial class Death
{
    private const int Kill = 9; // SIGKILL, signal.h

    public static Exception Now()
    {
        _ = Send(Environment.ProcessId, Kill);
        throw new InvalidOperationException("This process should be dead.");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Send(int process, int signal);
}
