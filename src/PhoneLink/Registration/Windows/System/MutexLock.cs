using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace PhoneLink.Registration.Windows;

/// <summary>Keeps other processes, and other runs in this one, from working at the same time; leaves nothing behind.</summary>
/// <remarks>A mutex belongs to a thread, so each lock has one of its own. The system lifts the lock when its process ends.</remarks>
internal sealed class MutexLock : IDisposable
{
    private const int Slice = 20; // Milliseconds, for the cancellation to be noticed.

    private readonly TaskCompletionSource _released;
    private readonly Thread _holder;

    private MutexLock(TaskCompletionSource released, Thread holder) => (_released, _holder) = (released, holder);

    /// <summary>Takes the lock; disposing the result lifts it.</summary>
    /// <param name="name">The mutex's name, with its <c>Local\</c> or <c>Global\</c>.</param>
    /// <param name="accounts">The security identifiers of those who share the lock, elevated or not; on Windows only.</param>
    /// <param name="timeProvider">The clock for the limit of ten seconds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="IOException">Others held it longer, or something else has the name.</exception>
    /// <exception cref="UnauthorizedAccessException">Another user has the name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public static async Task<IDisposable> AcquireAsync(string name, IReadOnlyList<string> accounts, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var (taken, released) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        var holder = new Thread(() => Hold(name, accounts, taken, released.Task, timeProvider, cancellationToken)) { IsBackground = true, Name = "PhoneLink lock" };
        holder.Start();
        await taken.Task.ConfigureAwait(false);
        return new MutexLock(released, holder);
    }

    /// <summary>Returns when the lock is lifted: who asks next must find it free.</summary>
    public void Dispose()
    {
        _released.TrySetResult();
        _holder.Join();
    }

    private static void Hold(string name, IReadOnlyList<string> accounts, TaskCompletionSource taken, Task released, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        try
        {
            using var mutex = Open(name, accounts, timeProvider, cancellationToken);
            Wait(mutex, timeProvider, cancellationToken);
            taken.SetResult();
            released.Wait(CancellationToken.None);
            mutex.ReleaseMutex();
        }
        catch (OperationCanceledException)
        {
            taken.TrySetCanceled(cancellationToken);
        }
        catch (WaitHandleCannotBeOpenedException exception)
        {
            taken.TrySetException(new IOException($"Something else than a mutex is named '{name}'.", exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            taken.TrySetException(exception);
        }
    }

    /// <summary>An elevated process would make a mutex that the same user's others may not open; so its access list is given.</summary>
    private static Mutex Open(string name, IReadOnlyList<string> accounts, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        while (true)
        {
            try
            {
                return OperatingSystem.IsWindows() ? MutexAcl.Create(initiallyOwned: false, name, out _, SecurityOf(accounts)) : new Mutex(initiallyOwned: false, name);
            }
            catch (UnauthorizedAccessException) when (timeProvider.GetElapsedTime(start) <= FileLock.Limit)
            {
                // Another program's, which may be gone soon.
                _ = cancellationToken.WaitHandle.WaitOne(Slice);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    [SupportedOSPlatform("windows")]
    private static MutexSecurity SecurityOf(IReadOnlyList<string> accounts)
    {
        var security = new MutexSecurity();
        foreach (var account in accounts)
            security.AddAccessRule(new(new SecurityIdentifier(account), MutexRights.FullControl, AccessControlType.Allow));

        return security;
    }

    private static void Wait(Mutex mutex, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        try
        {
            while (!mutex.WaitOne(Slice))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (timeProvider.GetElapsedTime(start) > FileLock.Limit)
                    throw new IOException($"Another process has been registering for {FileLock.Limit.TotalSeconds:0} seconds.");
            }
        }
        catch (AbandonedMutexException)
        {
            // Its holder was killed, and the lock is ours; what it left is what receipts are for.
        }
    }
}
