using System.Text;

namespace PhoneLink;

/// <summary>The file of a journal and what is known of it; all of it under the lock.</summary>
/// <param name="path">The full path of the file.</param>
/// <param name="index">Takes the entries.</param>
internal sealed class JournalFile(string path, JournalIndex index)
{
    /// <summary>Beyond this, and where most of it is over, the file is written anew.</summary>
    internal const int LongLength = 1 << 20;

    /// <summary>How much is read at once.</summary>
    private const int PieceLength = 1 << 16;

    private const string Title = "PhoneLink calls 1 ";
    private const int HeaderLength = 51; // The title, 32 digits, a line feed.
    private const byte LineFeed = (byte)'\n';

    private byte[] _header = [];
    private long _position;

    public string Path => path;

    public JournalIndex Index => index;

    /// <summary>Reads what others have written since, and forgets what is over.</summary>
    public void Refresh(long now)
    {
        using (var file = Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite))
        {
            var header = new byte[HeaderLength];
            var length = ReadFully(file, header);
            if (length == 0)
                WriteHeader(file);
            else if (length < HeaderLength || !Encoding.ASCII.GetString(header).StartsWith(Title, StringComparison.Ordinal))
                throw new IOException("The file is no journal of calls, or one of a later version.");
            else if (!header.AsSpan().SequenceEqual(_header) || file.Length < _position)
                Restart(header);

            if (file.Length > _position)
                ReadLines(file, now);
        }

        index.Forget(now);
        if (_position > LongLength && _position > 4 * LengthOf(index))
            Rewrite();
    }

    /// <summary>Notes an intent; it is on the disk when this returns.</summary>
    public void Begin(CallId id, JournalEntry entry)
    {
        Append(JournalRecord.ForIntent(id, entry), isDurable: true);
        index.Begin(id, entry);
    }

    /// <summary>Notes an outcome. One that is lost with the machine leaves the id in doubt, which is safe.</summary>
    public void End(CallId id, JournalEntry entry)
    {
        Append(JournalRecord.ForOutcome(id, entry), isDurable: false);
        index.End(id, entry);
    }

    /// <summary>About what the living entries take.</summary>
    private static long LengthOf(JournalIndex index) => index.Count * 160L;

    private static FileStream Open(string name, FileMode mode, FileShare share)
    {
#if NET
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (mode is not FileMode.Open && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new(name, options);
#else
        return new(name, mode, FileAccess.ReadWrite, share, bufferSize: 1);
#endif
    }

    private static int ReadFully(FileStream file, byte[] buffer)
    {
        var length = 0;
        while (length < buffer.Length && file.Read(buffer, length, buffer.Length - length) is > 0 and var read)
            length += read;

        return length;
    }

    private void Restart(byte[] header)
    {
        index.Clear();
        (_header, _position) = (header, HeaderLength);
    }

    private void WriteHeader(FileStream file)
    {
        Restart(Encoding.ASCII.GetBytes($"{Title}{Guid.NewGuid():N}\n"));
        file.Write(_header, 0, HeaderLength);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads piece by piece, and forgets on the way: neither a long file nor what is over fills the memory.</summary>
    private void ReadLines(FileStream file, long now)
    {
        file.Position = _position;
        var buffer = new byte[Math.Min(file.Length - _position, PieceLength)];
        for (var kept = 0; file.Read(buffer, kept, buffer.Length - kept) is > 0 and var read;)
        {
            var end = ReadLines(buffer.AsSpan(0, kept + read));
            _position += end;
            index.Forget(now);
            kept += read - end;
            buffer.AsSpan(end, kept).CopyTo(buffer);
            if (kept == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
        }
    }

    /// <summary>Reads whole lines; returns where the rest begins.</summary>
    private int ReadLines(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        for (var length = bytes.IndexOf(LineFeed); length >= 0; length = bytes.Slice(start).IndexOf(LineFeed))
        {
            JournalRecord.TryRead(bytes.Slice(start, length), index);
            start += length + 1;
        }

        return start;
    }

    /// <summary>Writes behind the last whole line, over what a writer that was killed left there: that is no line, and must not become the beginning of one.</summary>
    private void Append(byte[] line, bool isDurable)
    {
        using var file = Open(path, FileMode.Open, FileShare.ReadWrite);
        file.Position = _position;
        file.Write(line, 0, line.Length);
        file.Flush(isDurable);
        _position += line.Length;
    }

    /// <summary>Writes the living entries into a new file, which takes the place of the old one in one step.</summary>
    private void Rewrite()
    {
        var next = path + ".new";
        var header = Encoding.ASCII.GetBytes($"{Title}{Guid.NewGuid():N}\n");
        using var content = new MemoryStream();
        content.Write(header, 0, header.Length);
        foreach (var (id, entry) in index.InOrder())
        {
            Write(content, JournalRecord.ForIntent(id, entry));
            if (entry.Status is not null)
                Write(content, JournalRecord.ForOutcome(id, entry));
        }

        using (var file = Open(next, FileMode.Create, FileShare.None))
        {
            content.Position = 0;
            content.CopyTo(file);
            file.Flush(flushToDisk: true);
        }

#if NET
        File.Move(next, path, overwrite: true);
#else
        File.Replace(next, path, destinationBackupFileName: null);
#endif
        (_header, _position) = (header, content.Length);
    }

    private static void Write(MemoryStream content, byte[] line) => content.Write(line, 0, line.Length);
}
