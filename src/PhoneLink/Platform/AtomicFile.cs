namespace PhoneLink;

/// <summary>Reads and replaces files in one step, on every operating system.</summary>
/// <remarks>Stateless and thread-safe. Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.</remarks>
internal static class AtomicFile
{
    /// <summary>Nothing that the library reads comes near this; a larger file is a mistake or an attack.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const string TemporaryMark = ".phonelink";

    private const int SharingViolation = unchecked((int)0x80070020); // ERROR_SHARING_VIOLATION as a HRESULT, winerror.h

    /// <summary>Says what stands at a path, without following a symbolic link.</summary>
    public static PathKind GetKind(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            return PathKind.SymbolicLink;

        if (file.Exists)
            return PathKind.File;

        return Directory.Exists(path) ? PathKind.Directory : PathKind.Nothing;
    }

    /// <summary>Reads a file, following symbolic links.</summary>
    /// <returns>The bytes; null when there is no such file.</returns>
    public static byte[]? ReadBytes(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!stream.CanSeek)
                throw new IOException($"'{path}' is a device, not a file.");

            if (stream.Length > MaxLength)
                throw new IOException($"The file '{path}' is larger than {MaxLength} bytes.");

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file in one step (temporary file beside it, flushed to the disk, then rename), if it still is what the caller read.</summary>
    /// <param name="path">The file; it keeps its mode.</param>
    /// <param name="expected">The bytes that the caller read; null when there was no file.</param>
    /// <param name="contents">The new bytes.</param>
    /// <param name="newMode">The mode of a new file, where the system has modes.</param>
    public static FileChange ReplaceIfUnchanged(string path, byte[]? expected, byte[] contents, UnixFileMode newMode)
    {
        if (GetKind(path) is PathKind.SymbolicLink)
            return FileChange.SymbolicLink;

        var temporary = WriteTemporary(path, contents, newMode);
        try
        {
            if (expected is not null && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));

            var change = Compare(path, expected);
            if (change is FileChange.Done)
                File.Move(temporary, path, overwrite: expected is not null);

            return change;
        }
        catch (FileNotFoundException)
        {
            return FileChange.Changed; // Deleted by another program since the caller read it.
        }
        catch (Exception exception) when (OperatingSystem.IsWindows() && IsInUse(exception))
        {
            return FileChange.Busy;
        }
        catch (IOException) when (expected is null && GetKind(path) is not PathKind.Nothing)
        {
            return FileChange.Changed; // Made by another program since the comparison.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Says whether a file still is what the caller read.</summary>
    public static FileChange Compare(string path, byte[]? expected)
    {
        if (GetKind(path) is PathKind.SymbolicLink)
            return FileChange.SymbolicLink;

        var actual = ReadBytes(path);
        return (actual is null) == (expected is null) && actual.AsSpan().SequenceEqual(expected) ? FileChange.Done : FileChange.Changed;
    }

    /// <summary>Writes a file that is not there yet, flushed to the disk.</summary>
    /// <exception cref="IOException">Something stands there, or the disk is full; nothing is left behind.</exception>
    public static void WriteNew(string path, byte[] contents, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;

        using var stream = new FileStream(path, options);
        try
        {
            stream.Write(contents);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Names a file beside another that nobody else uses.</summary>
    /// <param name="path">The other file.</param>
    /// <param name="mark">What <see cref="MarkOf"/> is to read in the name; letters and digits.</param>
    public static string TemporaryBeside(string path, string mark = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{PrefixOf(path)}{(mark.Length == 0 ? "" : mark + ".")}{Path.GetRandomFileName()}{TemporaryMark}");

    /// <summary>Reads the mark in a temporary file's name; what stands there where it has none.</summary>
    public static string MarkOf(string temporary, string path) => Path.GetFileName(temporary)[PrefixOf(path).Length..].Split('.')[0];

    /// <summary>Says whether a file is one that <see cref="TemporaryBeside"/> named, which a process that was killed has left.</summary>
    public static bool IsTemporaryOf(string candidate, string path) =>
        Path.GetFileName(candidate) is var name && name.StartsWith(PrefixOf(path), StringComparison.Ordinal) && name.EndsWith(TemporaryMark, StringComparison.Ordinal);

    private static string PrefixOf(string path) => $".{Path.GetFileName(path)}.";

    /// <summary>Windows calls a file that is open a sharing violation, or one to which the access is denied.</summary>
    private static bool IsInUse(Exception exception) =>
        exception is UnauthorizedAccessException || (exception is IOException && exception.HResult == SharingViolation);

    private static string WriteTemporary(string path, byte[] contents, UnixFileMode mode)
    {
        var temporary = TemporaryBeside(path);
        WriteNew(temporary, contents, mode);
        return temporary;
    }
}
