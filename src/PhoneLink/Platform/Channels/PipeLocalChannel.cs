using System.IO.Pipes;
using System.Runtime.Versioning;

namespace PhoneLink;

/// <summary>A named pipe for the current user and session, and a lock file of the user's that says who is first.</summary>
/// <remarks>
/// The lock tells whether the first process is one of this user's; the pipe's name is anybody's. So somebody who has taken the name stands
/// where this process is first and cannot open the pipe. A process that runs as administrator opens to no other, and the other way round;
/// it leaves a mark beside the lock, since the pipe itself tells nothing.
/// </remarks>
internal sealed class PipeLocalChannel : ILocalChannel
{
    private const string Folder = "PhoneLink/run";

    private readonly string _pipe;
    private readonly string _lock;
    private readonly string _elevated;
    private readonly bool _isElevated;
    private readonly IFirstProcess _first;

    [SupportedOSPlatform("windows")]
    public PipeLocalChannel(string instance)
        : this(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), Folder), $"{instance}-{SessionId()}", Environment.IsPrivilegedProcess)
    {
    }

    /// <summary>For tests, which run where a pipe is a socket and nobody is elevated.</summary>
    internal PipeLocalChannel(string directory, string name, bool isElevated, IFirstProcess? first = null)
    {
        _first = first ?? FirstProcess.Instance;
        var path = Path.Combine(directory, name);
        (_pipe, _lock, _elevated, FilesPath, _isElevated) = ($"PhoneLink.{name}", path + ".lock", path + ".elevated", path, isElevated);
    }

    public string FilesPath { get; }

    /// <summary>Anybody may have taken the pipe's name, so the lock is asked first.</summary>
    public Stream? TryConnect() => null;

    public IDisposable? TryBecomeFirst()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_lock)!);
        try
        {
            // Not deleted when it is closed: while that is pending the file would look like one that the user may not open.
            var first = new FileStream(_lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            Mark();
            return first;
        }
        catch (IOException exception) when (FileLock.IsHeld(exception))
        {
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"'{_lock}', which says who is first, may not be opened: {exception.Message}", exception);
        }
    }

    public ILocalAcceptor Listen()
    {
        try
        {
            return new PipeAcceptor(options => new(_pipe, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly | options));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // We are first, so nobody of this user's listens there.
            throw new UnauthorizedAccessException($"Another program has taken the name of the pipe '{_pipe}', another user's perhaps: {exception.Message}", exception);
        }
    }

    public async Task<Stream?> ConnectAsync(CancellationToken cancellationToken)
    {
        const int Patience = 50; // Milliseconds; the caller tries again.
        var pipe = new NamedPipeClientStream(".", _pipe, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await _first.ReachAsync(pipe, Patience, cancellationToken).ConfigureAwait(false);
            PassForegroundRight(pipe);
            return pipe;
        }
        catch (TimeoutException)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw new UnauthorizedAccessException(Explain(exception), exception);
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Says why the first process, which is this user's, does not let this process in.</summary>
    internal string Explain(UnauthorizedAccessException exception) => (File.Exists(_elevated), _isElevated) switch
    {
        (true, false) => "The program that runs already runs as administrator, and takes nothing from one that does not; start it as you are.",
        (false, true) => "This program runs as administrator; the one that runs already does not, and takes nothing from it.",
        _ => $"The pipe '{_pipe}' is not this user's: {exception.Message}",
    };

    private static int SessionId()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.SessionId;
    }

    /// <summary>The process that the user's click started may bring a window to the front; the first process may only with its leave.</summary>
    private void PassForegroundRight(NamedPipeClientStream pipe)
    {
        if (_first.IdOf(pipe) is { } id)
            _ = _first.LetToFront(id);
    }

    private void Mark()
    {
        try
        {
            if (_isElevated)
                File.WriteAllBytes(_elevated, []);
            else
                File.Delete(_elevated);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It only helps to say why a later process is not let in.
        }
    }
}
