using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PhoneLink;

/// <summary>A Unix socket in a directory of the user's, and a lock file beside it that says who is first.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class UnixLocalChannel : ILocalChannel
{
    /// <summary>A socket's path has at most 107 bytes (sun_path, unix(7)).</summary>
    private const int MaxPath = 100;

    private const int SendTimeout = 20; // Milliseconds, for a connection when others wait.

    private const int Backlog = 128; // Processes that wait to be accepted.

    private const UnixFileMode Mode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ISystemEnvironment _environment;
    private readonly string _lock;
    private readonly string _socket;

    /// <summary>Makes the channel.</summary>
    /// <param name="environment">What the process was given.</param>
    /// <param name="instance">What the processes of one program share.</param>
    /// <param name="mayMake">Whether its directory is made where there is none: whoever only asks makes nothing.</param>
    public UnixLocalChannel(ISystemEnvironment environment, string instance, bool mayMake = true)
    {
        _environment = environment;
        var path = Path.Combine(RuntimeDirectory.Find(environment, mayMake), instance);
        (_lock, _socket, FilesPath) = (path + ".lock", path + ".sock", path);
        if (System.Text.Encoding.UTF8.GetByteCount(_socket) > MaxPath)
            throw new IOException($"'{_socket}' is longer than the {MaxPath} bytes that a socket's path may have; set XDG_RUNTIME_DIR.");
    }

    public string FilesPath { get; }

    /// <summary>Asynchronous sockets would start five threads, which takes longer than the rest of a hand-over.</summary>
    public Stream? TryConnect()
    {
        if (!File.Exists(_socket))
            return null;

        var socket = CreateSocket();
        socket.SendTimeout = SendTimeout;
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(_socket));
            return OwnStream(socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null; // Of one that was killed, or too many wait: the slower way tells.
        }
    }

    public IDisposable? TryBecomeFirst()
    {
        if (AtomicFile.GetKind(_lock) is PathKind.SymbolicLink)
            throw new IOException($"'{_lock}' is a symbolic link.");

        try
        {
            return new FileStream(_lock, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, UnixCreateMode = Mode0600 });
        }
        catch (IOException exception) when (FileLock.IsHeld(exception))
        {
            return null;
        }
    }

    public ILocalAcceptor Listen()
    {
        // Of a first process that was killed: the lock is ours, so nobody listens there any more.
        File.Delete(_socket);
        var socket = CreateSocket();
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(_socket));
            File.SetUnixFileMode(_socket, Mode0600);
            socket.Listen(Backlog);
            return new Acceptor(socket, _environment, _socket);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new IOException($"'{_socket}' cannot be opened: {exception.Message}", exception);
        }
    }

    public async Task<Stream?> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = CreateSocket();
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket), cancellationToken).ConfigureAwait(false);
            return OwnStream(socket);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            return exception.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable ? null : throw new IOException($"'{_socket}' cannot be reached: {exception.Message}", exception);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Socket CreateSocket()
    {
        try
        {
            return new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        }
        catch (SocketException exception)
        {
            throw new IOException($"No socket can be made: {exception.Message}", exception); // No more handles, or a sandbox forbids it.
        }
    }

    private NetworkStream OwnStream(Socket socket)
    {
        if (IsOwn(socket, _environment))
            return new(socket, ownsSocket: true);

        socket.Dispose();
        throw new UnauthorizedAccessException($"'{_socket}' is served by another user.");
    }

    /// <summary>Asks the kernel whose process is at the other end (SO_PEERCRED, unix(7)); macOS relies on the directory.</summary>
    private static bool IsOwn(Socket socket, ISystemEnvironment environment)
    {
        const int SocketLevel = 1; // SOL_SOCKET
        const int PeerCredentials = 17; // SO_PEERCRED
        if (!OperatingSystem.IsLinux())
            return true;

        // struct ucred: process, user, group
        Span<byte> credentials = stackalloc byte[3 * sizeof(int)];
        return socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) == credentials.Length && MemoryMarshal.Cast<byte, uint>(credentials)[1] == environment.UserId;
    }

    private sealed class Acceptor(Socket socket, ISystemEnvironment environment, string path) : ILocalAcceptor
    {
        public async Task<Stream> AcceptAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                try
                {
                    var peer = await socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
                    if (IsOwn(peer, environment))
                        return new NetworkStream(peer, ownsSocket: true);

                    peer.Dispose();
                }
                catch (SocketException exception)
                {
                    throw new IOException(exception.Message, exception);
                }
            }
        }

        public void Dispose()
        {
            socket.Dispose();
            try
            {
                File.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The session has ended, and its directory with it; the next first process removes what is left.
            }
        }
    }
}
