using System.Globalization;

namespace PhoneLink;

/// <summary>Reads a preference file when it has changed, and writes it under a lock.</summary>
/// <remarks>Thread-safe: readers never wait for a writer, and writers of one process take their turns.</remarks>
internal sealed class PreferenceFileStore(string path, PreferenceLevel leastSpecific, TimeProvider timeProvider)
{
    private const int MaxLength = 1024 * 1024;
    private const int MaxTries = 3;

    private const UnixFileMode Mode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Mode0700 = Mode0600 | UnixFileMode.UserExecute;

    private readonly Lock _reading = new();
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>The malformed file that was kept aside last: a write that is tried again does not keep it again.</summary>
    private byte[]? _aside;

    private volatile PreferenceFileState _state = PreferenceFileState.NotRead;

    public PreferenceFileState Current => _state;

    /// <summary>Reads the file if it may have changed.</summary>
    public PreferenceFileState Refresh()
    {
        var state = _state;
        return state.IsSettled && state.Stamp == FileStamp.Of(path) ? state : Read();
    }

    /// <summary>Changes the file; an edit that changes nothing writes nothing.</summary>
    /// <param name="edit">Makes the change, perhaps more than once; says how many preferences it changed.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    public async Task<int> EditAsync(Func<PreferenceFileEditor, int> edit, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            MakeDirectory();
            var taken = await FileLock.AcquireAsync(path + ".lock", timeProvider, cancellationToken).ConfigureAwait(false);
            await using (taken.ConfigureAwait(false))
                return await WriteAsync(edit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private PreferenceFileState Read()
    {
        lock (_reading)
            return _state = Read(_state);
    }

    private PreferenceFileState Read(PreferenceFileState last)
    {
        // Before the bytes: what is written in between has another stamp.
        var stamp = FileStamp.Of(path);
        var (status, bytes) = ReadBytes(stamp);
        if (status is PreferenceFileStatus.Missing)
            return new(status, new()) { IsSettled = true };

        if (bytes is null)
            return new(status, last.Table) { GoodBytes = last.GoodBytes };

        var isSettled = stamp?.IsSettled(timeProvider.GetUtcNow()) is true;
        if (last.Bytes is not null && bytes.AsSpan().SequenceEqual(last.Bytes))
            return last with { Stamp = stamp, IsSettled = isSettled };

        return PreferenceFileReader.Read(bytes, leastSpecific, out var position) is { } table
            ? new(status, table) { Stamp = stamp, IsSettled = isSettled, Bytes = bytes, GoodBytes = bytes }
            : new(PreferenceFileStatus.Malformed, last.Table) { Stamp = stamp, IsSettled = isSettled, Bytes = bytes, GoodBytes = last.GoodBytes, ErrorPosition = position };
    }

    private (PreferenceFileStatus Status, byte[]? Bytes) ReadBytes(FileStamp? stamp)
    {
        try
        {
            var trust = TrustedFile.Check(path);
            if (trust is not FileTrust.Trusted)
                return (trust is FileTrust.Missing ? PreferenceFileStatus.Missing : PreferenceFileStatus.Untrusted, null);

            if (stamp?.Length > MaxLength)
                return (PreferenceFileStatus.TooLarge, null);

            var bytes = AtomicFile.ReadBytes(path);
            return bytes is null ? (PreferenceFileStatus.Missing, null)
                : bytes.Length > MaxLength ? (PreferenceFileStatus.TooLarge, null)
                : (PreferenceFileStatus.Read, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (PreferenceFileStatus.Unreadable, null);
        }
    }

    private async Task<int> WriteAsync(Func<PreferenceFileEditor, int> edit, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        for (var tries = 1; ;)
        {
            var (change, count) = Write(edit);
            if (change is FileChange.Done)
                return count;

            // A lock binds those who take it; an editor does not.
            if (change is FileChange.SymbolicLink || (change is FileChange.Changed && tries++ == MaxTries) || timeProvider.GetElapsedTime(start) > FileLock.Limit)
                throw new IOException($"The preference file cannot be replaced: {change}.");

            if (change is FileChange.Busy)
                await FileLock.WaitAsync(timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private (FileChange Change, int Count) Write(Func<PreferenceFileEditor, int> edit)
    {
        var state = Read();
        if (state.Status is PreferenceFileStatus.Unreadable && OperatingSystem.IsWindows())
            return (FileChange.Busy, 0);

        CheckWritable(state.Status);
        var editor = PreferenceFileEditor.Open(state.GoodBytes);
        var count = edit(editor);
        return (count == 0 ? FileChange.Done : Replace(state, editor.ToBytes()), count);
    }

    private FileChange Replace(PreferenceFileState state, byte[] contents)
    {
        if (contents.Length > MaxLength)
            throw new IOException("The preference file would be longer than 1 MiB.");

        if (state.Status is PreferenceFileStatus.Malformed && !ReferenceEquals(_aside, state.Bytes))
            KeepAside(_aside = state.Bytes!);

        var change = AtomicFile.ReplaceIfUnchanged(path, state.Bytes, contents, Mode0600);
        if (change is FileChange.Done)
            Read();

        return change;
    }

    /// <summary>A rename does not ask whether the file may be written; its mode does say so.</summary>
    private void CheckWritable(PreferenceFileStatus status)
    {
        if (status is PreferenceFileStatus.Missing)
            return;

        if (status is not (PreferenceFileStatus.Read or PreferenceFileStatus.Malformed))
            throw new IOException($"The preference file cannot be changed, since it is not read: {status}.");

        new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
    }

    private void KeepAside(byte[] bytes)
    {
        var name = $"{path}.corrupt-{timeProvider.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var aside = name;
        for (var i = 2; AtomicFile.GetKind(aside) is not PathKind.Nothing; i++)
            aside = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");

        AtomicFile.WriteNew(aside, bytes, OperatingSystem.IsWindows() ? Mode0600 : File.GetUnixFileMode(path));
    }

    private void MakeDirectory()
    {
        var directory = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, Mode0700);
    }
}
