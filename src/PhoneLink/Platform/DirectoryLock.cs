using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PhoneLink;

/// <summary>Keeps other processes from working in a directory at the same time, and leaves no file behind.</summary>
/// <remarks>The system lifts the lock when its process ends. Of Linux.</remarks>
internal static class DirectoryLock
{
    /// <summary>Takes the lock; disposing the result lifts it.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="create">Makes the directory where it is missing; it may be called again, since the last holder removes an empty one.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="IOException">Others held the lock for ten seconds, or the directory cannot be locked.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public static async Task<SafeFileHandle> AcquireAsync(string directory, Action create, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            create();
            var taken = TryLock(directory);
            if (taken is not null)
                return taken;

            if (timeProvider.GetElapsedTime(start) > FileLock.Limit)
                throw new IOException($"Another process has been working in '{directory}' for {FileLock.Limit.TotalSeconds:0} seconds.");

            await FileLock.WaitAsync(timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says whether what is locked still is the directory: it may have been removed, and made anew, between its opening and its locking.</summary>
    [SupportedOSPlatform("linux")]
    public static bool Holds(SafeFileHandle taken, string directory) => LibC.Identify(directory)?.Inode == LibC.InodeOf(taken);

    private static SafeFileHandle? TryLock(string directory)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Directories are locked on Linux only.");

        var handle = LibC.TryLockDirectory(directory);
        if (handle is null || Holds(handle, directory))
            return handle;

        handle.Dispose();
        return null;
    }
}
