using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace PhoneLink;

/// <summary>Replaces and deletes files that other programs write without any lock, by taking out first what stands there and looking at it.</summary>
/// <param name="exchange">Exchanges two names in one step; <see langword="false"/> where the file system cannot.</param>
/// <remarks>
/// What comes out is what was there in that very moment. If it is not what the caller has read, another program was faster, and it goes
/// back. The name of the temporary file tells which two contents are known, so that after a kill a third one is recognised.
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class SwappedFile(Func<string, string, bool> exchange)
{
    /// <summary>What keeps a content that was taken out, and that another program's newer one has replaced while nobody looked.</summary>
    public const string SavedExtension = ".phonelink-saved";

    private const int HashLength = 8;
    private const int MaxReturns = 100;

    /// <summary>Replaces an existing file, if it still is what the caller read.</summary>
    public FileChange Replace(string path, byte[] expected, byte[] contents)
    {
        if (AtomicFile.Compare(path, expected) is not FileChange.Done and var early)
            return early;

        var temporary = NameBeside(path, expected, contents);
        var isKnown = true; // Whether the temporary file holds nothing but one of the two contents.
        try
        {
            var mode = File.GetUnixFileMode(path);
            AtomicFile.WriteNew(temporary, contents, mode);
            File.SetUnixFileMode(temporary, mode); // Whatever the umask has taken away.
            var (mine, theirs) = (InodeOf(temporary), InodeOf(path));
            if (AtomicFile.Compare(path, expected) is not FileChange.Done and var change)
                return change;

            if (!exchange(temporary, path))
            {
                File.Move(temporary, path, overwrite: true);
                return FileChange.Done;
            }

            // The number first, since it takes no time: the sooner a foreign content is back, the fewer have read ours.
            isKnown = InodeOf(temporary) == theirs && Holds(temporary, expected);
            if (isKnown)
                return FileChange.Done;

            PutBack(temporary, path, mine, contents);
            isKnown = true;
            return AtomicFile.GetKind(path) is PathKind.SymbolicLink ? FileChange.SymbolicLink : FileChange.Changed;
        }
        catch (FileNotFoundException)
        {
            return FileChange.Changed; // Deleted by another program since the caller read it.
        }
        finally
        {
            if (isKnown)
                File.Delete(temporary);
        }
    }

    /// <summary>Deletes a file, if it still is what the caller read.</summary>
    public static FileChange Delete(string path, byte[] expected)
    {
        if (AtomicFile.Compare(path, expected) is not FileChange.Done and var early)
            return early;

        var temporary = NameBeside(path, expected, []);
        try
        {
            File.Move(path, temporary);
        }
        catch (FileNotFoundException)
        {
            return FileChange.Changed;
        }

        if (!Holds(temporary, expected))
            return Return(temporary, path);

        File.Delete(temporary);
        return FileChange.Done;
    }

    /// <summary>Removes what a killed process has left beside a file; a content that only another program can have written goes back.</summary>
    /// <exception cref="IOException">As everywhere; nothing is lost then.</exception>
    public void Recover(string temporary, string path)
    {
        if (!IsForeign(temporary, path))
        {
            File.Delete(temporary);
            return;
        }

        if (AtomicFile.GetKind(path) is PathKind.Nothing)
        {
            File.Move(temporary, path);
            return;
        }

        // What stands there is the killed process's own: nobody has written since. Otherwise both contents are foreign, and both stay.
        if (HashIn(temporary, path, 1) == HashOf(AtomicFile.ReadBytes(path)) && exchange(temporary, path) && HashIn(temporary, path, 1) == HashOf(AtomicFile.ReadBytes(temporary)))
            File.Delete(temporary);
        else
            File.Move(temporary, FreeName(path));
    }

    /// <summary>Puts what was taken out back. Should a still newer content come out by that, it is what its writer wants to stand there.</summary>
    private void PutBack(string temporary, string path, ulong? mine, byte[] contents)
    {
        var theirs = InodeOf(temporary);
        for (var (i, placed) = (0, mine); i < MaxReturns; i++, (placed, theirs) = (theirs, InodeOf(temporary)))
        {
            if (!TryExchange(temporary, path))
                return;

            if (InodeOf(temporary) == placed && (placed != mine || Holds(temporary, contents)))
                return;
        }

        throw new IOException($"Other programs write '{path}' again and again.");
    }

    /// <summary>Where the file was deleted meanwhile, its last content goes back all the same: nothing is lost.</summary>
    private bool TryExchange(string temporary, string path)
    {
        try
        {
            return exchange(temporary, path);
        }
        catch (FileNotFoundException)
        {
            File.Move(temporary, path);
            return false;
        }
    }

    private static FileChange Return(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (AtomicFile.GetKind(path) is not PathKind.Nothing)
        {
            File.Delete(temporary); // A newer content stands there; its writer has replaced this one.
        }

        return AtomicFile.GetKind(path) is PathKind.SymbolicLink ? FileChange.SymbolicLink : FileChange.Changed;
    }

    /// <summary>Says whether a temporary file holds what is neither of the two contents that its name knows.</summary>
    private static bool IsForeign(string temporary, string path)
    {
        if (HashIn(temporary, path, 0) is not { } expected)
            return false; // Not of an exchange.

        return AtomicFile.GetKind(temporary) is not PathKind.File || (HashOf(AtomicFile.ReadBytes(temporary)) is var actual && actual != expected && actual != HashIn(temporary, path, 1));
    }

    private static bool Holds(string path, byte[] contents)
    {
        try
        {
            return AtomicFile.Compare(path, contents) is FileChange.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // A directory, or nothing that we may read: nothing that we wrote.
        }
    }

    private static ulong? InodeOf(string path) => OperatingSystem.IsLinux() ? LibC.Identify(path)?.Inode : null;

    private static string NameBeside(string path, byte[] expected, byte[] contents) =>
        AtomicFile.TemporaryBeside(path, HashOf(expected) + HashOf(contents));

    /// <summary>Reads one of the two hashes in a temporary file's name; null when it has none.</summary>
    private static string? HashIn(string temporary, string path, int index) =>
        AtomicFile.MarkOf(temporary, path) is { Length: 2 * HashLength } mark ? mark.Substring(index * HashLength, HashLength) : null;

    private static string HashOf(byte[]? contents) => Convert.ToHexString(SHA256.HashData(contents ?? []))[..HashLength];

    private static string FreeName(string path)
    {
        var name = path + SavedExtension;
        for (var i = 2; AtomicFile.GetKind(name) is not PathKind.Nothing; i++)
            name = $"{path}{SavedExtension}{i}";

        return name;
    }
}
