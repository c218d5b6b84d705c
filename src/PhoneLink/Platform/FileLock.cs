#if NET
using System.Security.Cryptography;
#endif

namespace PhoneLink;

/// <summary>Keeps other processes, and other users of the same path in this one, from writing at the same time.</summary>
/// <remarks>Of local file systems only. The system lifts the lock when its process ends. The lock file stays: deleting it would let two in.</remarks>
internal static class FileLock
{
    private const int ShortestWait = 1;
    private const int LongestWait = 15;

    private const int SharingViolation = unchecked((int)0x80070020); // ERROR_SHARING_VIOLATION, winerror.h
    private const int Again = 11; // EAGAIN, errno.h, which flock(2) gives
    private const int AgainOnMac = 35;

    /// <summary>How long others may hold the lock; a write takes milliseconds.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Takes the lock; disposing the result lifts it.</summary>
    /// <param name="path">The lock file; its directory must exist.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="limit">How long to wait for others; null for <see cref="Limit"/>.</param>
    /// <exception cref="IOException">Others held the lock for too long, or the file is a symbolic link.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public static async Task<FileStream> AcquireAsync(string path, TimeProvider timeProvider, CancellationToken cancellationToken, TimeSpan? limit = null)
    {
#if NET
        if (AtomicFile.GetKind(path) is PathKind.SymbolicLink)
            throw new IOException("The lock file is a symbolic link.");
#endif

        var start = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return Open(path);
            }
            catch (IOException exception) when (IsHeld(exception) && timeProvider.GetElapsedTime(start) < (limit ?? Limit))
            {
                await WaitAsync(timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits a moment: at random, so that two who wait do not meet again and again.</summary>
    public static Task WaitAsync(TimeProvider timeProvider, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(NextWait()), timeProvider, cancellationToken);

    /// <summary>Says whether a file is open elsewhere. That has no type of its own, and a full disk has none either.</summary>
    public static bool IsHeld(IOException exception) => exception.HResult is SharingViolation or Again or AgainOnMac;

#if NET
    private static int NextWait() => RandomNumberGenerator.GetInt32(ShortestWait, LongestWait);

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new(path, options);
    }
#else
    /// <summary>What else a process has not in common with the others.</summary>
    private static int NextWait() => ShortestWait + ((Environment.TickCount & int.MaxValue) % (LongestWait - ShortestWait));

    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
#endif
}
