using System.Text;

namespace PhoneLink.Activation;

/// <summary>Notes the ids of links that are taken and not yet given out, so that the next start can tell which were lost; no number is in it.</summary>
/// <remarks>
/// A file for each listener, open for nobody else: who can open it knows that its owner is dead. A listener that has ended and still gives out
/// what waits keeps its own beside the next listener's. It outlives a kill of the process, not a loss of power.
/// </remarks>
internal sealed class ActivationJournal : IDisposable
{
    private const UnixFileMode Mode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const char Taken = '+';
    private const char GivenOut = '-';
    private const int LineLength = 34; // The sign, 32 digits, a line feed.

    /// <summary>Where a queue is never drained the file never empties; beyond this it is written anew, with what waits alone.</summary>
    internal const int MaxLength = 3 * ActivationQueue.MaxCapacity * LineLength;

    private readonly Lock _lock = new();
    private readonly List<Guid> _waiting = []; // In the order of their arrival, as they are reported.
    private readonly FileStream _file;

    private ActivationJournal(FileStream file) => _file = file;

    /// <summary>Makes the journal of a first instance, and removes those of dead ones.</summary>
    /// <param name="path">The channel's; each file has an id before the extension.</param>
    /// <param name="lost">The ids of links that former first instances had taken and did not give out.</param>
    public static ActivationJournal Open(string path, out IReadOnlyList<Guid> lost)
    {
        var former = FilesOf(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mode0600;

        // Its own first: where that cannot be made, what the dead have lost is left for a start that can tell it.
        var journal = new ActivationJournal(new(Path.ChangeExtension(path, $"{Guid.NewGuid():N}{Path.GetExtension(path)}"), options));
        lost = [.. former.SelectMany(TakeOver)];
        return journal;
    }

    public void Take(Guid id)
    {
        lock (_lock)
        {
            Append(Taken, id);
            _waiting.Add(id);
        }
    }

    /// <summary>Notes that a link is given out; with none waiting the file begins anew, and when it is long too.</summary>
    /// <remarks>What cannot be noted is reported lost if this process dies: better than not given out.</remarks>
    public void GiveOut(Guid id)
    {
        lock (_lock)
        {
            _waiting.Remove(id);
            try
            {
                if (_waiting.Count == 0)
                    _file.SetLength(0);
                else if (_file.Length < MaxLength)
                    Append(GivenOut, id);
                else
                    Rewrite();
            }
            catch (IOException)
            {
                // The disk is full, or gone.
            }
        }
    }

    /// <summary>Ends the journal of a listener that has given out all; until then it must stay.</summary>
    public void Dispose()
    {
        _file.Dispose();
        Delete(_file.Name);
    }

    private static string[] FilesOf(string path) =>
        Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.*{Path.GetExtension(path)}");

    private static List<Guid> TakeOver(string path)
    {
        if (AtomicFile.GetKind(path) is not PathKind.File)
            return [];

        try
        {
            List<Guid> lost;
            using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                var bytes = new byte[Math.Min(file.Length, AtomicFile.MaxLength)];
                file.ReadExactly(bytes);
                lost = Read(bytes);
            }

            Delete(path);
            return lost;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // Its owner lives, and gives out what waits.
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Empty, or read just now by the next first instance, which deletes it.
        }
    }

    private void Append(char sign, Guid id)
    {
        _file.Seek(0, SeekOrigin.End);
        _file.Write(Line(sign, id));
    }

    /// <summary>
    /// Over the beginning first, then cut: a process that is killed in between leaves what waits before the end of the old file, which takes
    /// none of it back, so that read together they still tell what waits.
    /// </summary>
    private void Rewrite()
    {
        _file.Seek(0, SeekOrigin.Begin);
        _file.Write([.. _waiting.SelectMany(static id => Line(Taken, id))]);
        _file.SetLength(_waiting.Count * LineLength);
    }

    private static byte[] Line(char sign, Guid id) => Encoding.ASCII.GetBytes($"{sign}{id:N}\n");

    /// <summary>A line that the former process did not finish is left out: the last one, or one on a full disk, which the next line follows at once.</summary>
    private static List<Guid> Read(byte[] bytes)
    {
        var waiting = new List<Guid>();
        var lines = Encoding.ASCII.GetString(bytes);
        for (var end = lines.IndexOf('\n'); end >= 0; end = lines.IndexOf('\n', end + 1))
        {
            var start = end + 1 - LineLength;
            if (start < 0 || !Guid.TryParseExact(lines.AsSpan(start + 1, LineLength - 2), "N", out var id))
                continue;

            if (lines[start] == Taken && !waiting.Contains(id))
                waiting.Add(id);
            else if (lines[start] == GivenOut)
                waiting.Remove(id);
        }

        return waiting;
    }
}
