using System.Text;

namespace PhoneLink.Activation;

/// <summary>Notes the ids of links that are taken and not yet given out, so that the next start can tell which were lost; no number is in it.</summary>
/// <remarks>Written by the first instance alone. It outlives a kill of the process, not a loss of power.</remarks>
internal sealed class ActivationJournal : IDisposable
{
    private const UnixFileMode Mode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const char Taken = '+';
    private const char GivenOut = '-';
    private const int LineLength = 34; // The sign, 32 digits, a line feed.

    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _waiting = [];
    private readonly FileStream _file;

    private ActivationJournal(FileStream file) => _file = file;

    /// <summary>Opens the journal of a channel whose first instance this process is, and empties it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lost">The ids of links that the former first instance had taken and did not give out.</param>
    public static ActivationJournal Open(string path, out IReadOnlyList<Guid> lost)
    {
        if (AtomicFile.GetKind(path) is PathKind.SymbolicLink)
            throw new IOException($"'{path}' is a symbolic link.");

        lost = Read(AtomicFile.ReadBytes(path) ?? []);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mode0600;

        return new(new(path, options));
    }

    public void Take(Guid id)
    {
        lock (_lock)
        {
            _waiting.Add(id);
            Write(Taken, id);
        }
    }

    /// <summary>Notes that a link is given out; with none waiting the file begins anew, so that it never grows.</summary>
    public void GiveOut(Guid id)
    {
        lock (_lock)
        {
            _waiting.Remove(id);
            if (_waiting.Count > 0)
                Write(GivenOut, id);
            else
                _file.SetLength(0);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Write(char sign, Guid id)
    {
        _file.Seek(0, SeekOrigin.End);
        _file.Write(Encoding.ASCII.GetBytes($"{sign}{id:N}\n"));
    }

    /// <summary>A line that the former process did not finish is left out.</summary>
    private static List<Guid> Read(byte[] bytes)
    {
        var waiting = new List<Guid>();
        for (var start = 0; start + LineLength <= bytes.Length; start += LineLength)
        {
            if (!Guid.TryParseExact(Encoding.ASCII.GetString(bytes, start + 1, LineLength - 2), "N", out var id))
                continue;

            if (bytes[start] == Taken)
                waiting.Add(id);
            else
                waiting.Remove(id);
        }

        return waiting;
    }
}
