namespace PhoneLink;

/// <summary>A journal in a file, for all processes of a user: an id is dispatched once, whoever of them is killed when.</summary>
/// <remarks>
/// <para>
/// Thread-safe. An id is looked up and noted under one exclusive lock, and is on the disk before the call is dispatched. An intent of a process that ended, or
/// that still places the call, is <see cref="JournalState.InDoubt"/>. Without the lock nothing is dispatched. The file holds ids, times and statuses,
/// no number and no name. The lock is the one of the operating system on a file beside it, which a network drive may not have.
/// </para>
/// <para>Not for two users: the file is the user's own (0600 on Unix).</para>
/// </remarks>
public sealed class FileCallJournal : ICallJournal, IDisposable
{
    private static readonly TimeSpan DefaultLockTimeout = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1);
    private readonly JournalFile _file;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lockTimeout;

    /// <summary>Makes a journal.</summary>
    /// <param name="path">The file; made when the first call is noted. Its directory must exist.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="retention">How long ids are remembered; null for a day.</param>
    /// <param name="capacity">How many are remembered; the oldest go first.</param>
    /// <param name="lockTimeout">How long to wait for another process; null for 2 seconds.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time or the capacity is not positive.</exception>
    public FileCallJournal(string path, TimeProvider? time = null, TimeSpan? retention = null, int capacity = InMemoryCallJournal.DefaultCapacity, TimeSpan? lockTimeout = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (retention <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(retention), "A retention is positive.");

        if (capacity <= 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), "A capacity is positive.");

        if (lockTimeout <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(lockTimeout), "A time-out is positive.");

        _time = time ?? TimeProvider.System;
        _lockTimeout = lockTimeout ?? DefaultLockTimeout;
        _file = new(Path.GetFullPath(path), new(retention ?? TimeSpan.FromDays(1), capacity));
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written, or another process holds it for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async ValueTask<JournalAnswer> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using (await LockAsync(cancellationToken).ConfigureAwait(false))
            {
                var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
                _file.Refresh(now);
                if (_file.Index.Find(intent.CallId)?.AnswerTo(intent) is { } answer)
                    return answer;

                _file.Begin(intent.CallId, new(now, intent.Fingerprint));
                return new(JournalState.New);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written, or another process holds it for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async ValueTask EndAsync(DialResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        await _one.WaitAsync().ConfigureAwait(false);
        try
        {
            using (await LockAsync(CancellationToken.None).ConfigureAwait(false))
            {
                _file.Refresh(_time.GetUtcNow().ToUnixTimeMilliseconds());
                if (_file.Index.Find(result.CallId) is { } entry)
                    _file.End(result.CallId, entry.With(result));
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Lets go of what it holds in memory; the file stays.</summary>
    public void Dispose() => _one.Dispose();

    /// <summary>A file beside the journal that is never removed, since a lock on the journal itself would go with it when it is written anew.</summary>
    private Task<FileStream> LockAsync(CancellationToken cancellationToken) =>
        FileLock.AcquireAsync(_file.Path + ".lock", _time, cancellationToken, _lockTimeout);
}
