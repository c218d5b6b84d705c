using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PhoneLink.Activation;

/// <summary>A named pipe for the current user and session, and a lock file that says who is first.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class PipeActivationChannel : IActivationChannel
{
    private readonly string _pipe;
    private readonly string _lock;

    public PipeActivationChannel(string instance)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var name = $"{instance}-{process.SessionId}";
        var directory = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "PhoneLink", "run");
        Directory.CreateDirectory(directory);
        (_pipe, _lock, JournalPath) = ($"PhoneLink.{name}", Path.Combine(directory, name + ".lock"), Path.Combine(directory, name + ".journal"));
    }

    public string JournalPath { get; }

    public IDisposable? TryBecomeFirst()
    {
        try
        {
            return new FileStream(_lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException || (exception is IOException && exception.GetType() == typeof(IOException)))
        {
            return null; // Held, or about to be deleted by the one who held it.
        }
    }

    public IActivationAcceptor Listen() => new Acceptor(_pipe);

    public async Task<Stream?> ConnectAsync(CancellationToken cancellationToken)
    {
        const int Patience = 50; // Milliseconds; the caller tries again.
        var pipe = new NamedPipeClientStream(".", _pipe, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await pipe.ConnectAsync(Patience, cancellationToken).ConfigureAwait(false);
            PassForegroundRight(pipe);
            return pipe;
        }
        catch (TimeoutException)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The process that the user's click started may bring a window to the front; the first instance may only with its leave.</summary>
    private static void PassForegroundRight(NamedPipeClientStream pipe)
    {
        if (GetNamedPipeServerProcessId(pipe.SafePipeHandle, out var process) != 0)
            _ = AllowSetForegroundWindow(process);
    }

    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetNamedPipeServerProcessId(SafeHandle pipe, out uint process);

    [LibraryImport("user32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int AllowSetForegroundWindow(uint process);

    /// <summary>One pipe always waits, so that the name is never free for another program.</summary>
    private sealed class Acceptor(string name) : IActivationAcceptor
    {
        private NamedPipeServerStream _next = Create(name, PipeOptions.FirstPipeInstance);

        public async Task<Stream> AcceptAsync(CancellationToken cancellationToken)
        {
            await _next.WaitForConnectionAsync(cancellationToken).ConfigureAwait(false);
            var connected = _next;
            _next = Create(name, PipeOptions.None);
            return connected;
        }

        public void Dispose() => _next.Dispose();

        private static NamedPipeServerStream Create(string name, PipeOptions options) =>
            new(name, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly | options);
    }
}
