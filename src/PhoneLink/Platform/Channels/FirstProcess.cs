using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace PhoneLink;

/// <summary>Asks Windows; elsewhere a pipe can be opened, and there is nobody to ask about windows.</summary>
internal sealed partial class FirstProcess : IFirstProcess
{
    public static FirstProcess Instance { get; } = new();

    public Task ReachAsync(NamedPipeClientStream pipe, int milliseconds, CancellationToken cancellationToken) => pipe.ConnectAsync(milliseconds, cancellationToken);

    public uint? IdOf(NamedPipeClientStream pipe) =>
        OperatingSystem.IsWindows() && GetNamedPipeServerProcessId(pipe.SafePipeHandle, out var process) != 0 ? process : null;

    public bool LetToFront(uint id) => OperatingSystem.IsWindows() && AllowSetForegroundWindow(id) != 0;

    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetNamedPipeServerProcessId(SafeHandle pipe, out uint process);

    [LibraryImport("user32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int AllowSetForegroundWindow(uint process);
}
