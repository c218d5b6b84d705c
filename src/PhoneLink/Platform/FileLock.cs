using System.Security.Cryptography;

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

    private const UnixFileMode Mode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>How long others may hold the lock; a write takes milliseconds.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Takes the lock; disposing the result lifts it.</summary>
    /// <exception cref="IOException">Others held the lock for ten seconds, or the file is a symbolic link.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public static async Task<FileStream> AcquireAsync(string path, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (AtomicFile.GetKind(path) is PathKind.SymbolicLink)
            throw new IOException("The lock file of the preferences is a symbolic link.");

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mode0600;

        var start = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new(path, options);
            }
            catch (IOException exception) when (IsHeld(exception) && timeProvider.GetElapsedTime(start) < Limit)
            {
                await WaitAsync(timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits a moment: at random, so that two who wait do not meet again and again.</summary>
    public static Task WaitAsync(TimeProvider timeProvider, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(ShortestWait, LongestWait)), timeProvider, cancellationToken);

    /// <summary>Says whether a file is open elsewhere. That has no type of its own, and a full disk has none either.</summary>
    public static bool IsHeld(IOException exception) => exception.HResult is SharingViolation or Again or AgainOnMac;
}
