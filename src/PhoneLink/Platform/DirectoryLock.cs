using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PhoneLink;

/// <summary>Keeps other processes from working in a directory at the same time, and leaves no file behind.</summary>
/// <remarks>The system lifts the lock when its process ends.</remarks>
internal static class DirectoryLock
{
    private const string WindowsFile = ".lock";

    /// <summary>Takes the lock; disposing the result lifts it.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="create">Makes the directory where it is missing; it may be called again, since the last holder removes an empty one.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="IOException">Others held the lock for ten seconds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "What is taken is returned.")]
    public static async Task<IDisposable> AcquireAsync(string directory, Action create, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            create();
            IDisposable? taken = OperatingSystem.IsLinux() ? TryLock(directory) : TryOpen(Path.Combine(directory, WindowsFile));
            if (taken is not null)
                return taken;

            if (timeProvider.GetElapsedTime(start) > FileLock.Limit)
                throw new IOException($"Another process has been working in '{directory}' for {FileLock.Limit.TotalSeconds:0} seconds.");

            await FileLock.WaitAsync(timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The directory may have been removed, and made anew, between its opening and its locking.</summary>
    [SupportedOSPlatform("linux")]
    private static SafeFileHandle? TryLock(string directory)
    {
        var handle = LibC.TryLockDirectory(directory);
        if (handle is null || LibC.Identify(directory)?.Inode == LibC.InodeOf(handle))
            return handle;

        handle.Dispose();
        return null;
    }

    /// <summary>Where a file that is open cannot be opened again, and one that was deleted on closing is gone at once.</summary>
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && Directory.Exists(Path.GetDirectoryName(path)))
        {
            return null; // Held by another process, or about to be deleted.
        }
    }
}
