using System.Runtime.Versioning;

namespace PhoneLink;

/// <summary>The real file system of a Unix.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class PhysicalFileSystem : IFileSystem
{
    /// <summary>Nothing that the library reads comes near this; a larger file is a mistake or an attack.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const UnixFileMode FileMode0644 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode DirectoryMode0755 = FileMode0644 | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static PhysicalFileSystem Instance { get; } = new();

    public PathKind GetKind(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            return PathKind.SymbolicLink;

        if (file.Exists)
            return PathKind.File;

        return Directory.Exists(path) ? PathKind.Directory : PathKind.Nothing;
    }

    public byte[]? ReadBytes(string path)
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

    public bool IsExecutable(string path)
    {
        if (!File.Exists(path))
            return false;

        return OperatingSystem.IsLinux() ? LibC.MayExecute(path) : (File.GetUnixFileMode(path) & AnyExecute) != 0;
    }

    public IReadOnlyList<string> EnumerateFiles(string directory) => Enumerate(directory, Directory.GetFiles);

    public IReadOnlyList<string> EnumerateDirectories(string directory) => Enumerate(directory, Directory.GetDirectories);

    public FileIdentity? Identify(string path) => OperatingSystem.IsLinux() ? LibC.Identify(path) : null;

    public string? ReadSymbolicLink(string path) => new FileInfo(path).LinkTarget;

    public void WriteSymbolicLink(string path, string target)
    {
        var temporary = TemporaryBeside(path);
        File.CreateSymbolicLink(temporary, target);
        try
        {
            File.Move(temporary, path, overwrite: GetKind(path) is PathKind.SymbolicLink);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public IReadOnlyList<string> CreateDirectory(string path)
    {
        var missing = new Stack<string>();
        for (var current = path; current is not null && !Directory.Exists(current); current = Path.GetDirectoryName(current))
            missing.Push(current);

        var created = new List<string>();
        try
        {
            foreach (var directory in missing)
            {
                Directory.CreateDirectory(directory, DirectoryMode0755);
                created.Add(directory);
            }
        }
        catch
        {
            created.Reverse();
            created.ForEach(Directory.Delete);
            throw;
        }

        return created;
    }

    public void DeleteFile(string path)
    {
        if (GetKind(path) is not PathKind.Nothing)
            File.Delete(path);
    }

    public bool DeleteDirectoryIfEmpty(string path)
    {
        if (GetKind(path) is not PathKind.Directory || Directory.EnumerateFileSystemEntries(path).Any())
            return false;

        Directory.Delete(path);
        return true;
    }

    public FileChange ReplaceIfUnchanged(string path, byte[]? expected, byte[] contents)
    {
        if (GetKind(path) is PathKind.SymbolicLink)
            return FileChange.SymbolicLink;

        var temporary = WriteTemporary(path, contents);
        try
        {
            if (expected is not null)
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
        catch (IOException) when (expected is null && GetKind(path) is not PathKind.Nothing)
        {
            return FileChange.Changed; // Made by another program since the comparison.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public FileChange DeleteIfUnchanged(string path, byte[] expected)
    {
        var change = Compare(path, expected);
        if (change is FileChange.Done)
            File.Delete(path);

        return change;
    }

    private FileChange Compare(string path, byte[]? expected)
    {
        if (GetKind(path) is PathKind.SymbolicLink)
            return FileChange.SymbolicLink;

        var actual = ReadBytes(path);
        return (actual is null) == (expected is null) && actual.AsSpan().SequenceEqual(expected) ? FileChange.Done : FileChange.Changed;
    }

    private static string WriteTemporary(string path, byte[] contents)
    {
        var temporary = TemporaryBeside(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = FileMode0644 };
        using var stream = new FileStream(temporary, options);
        try
        {
            stream.Write(contents);
            stream.Flush(flushToDisk: true);
            return temporary;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string TemporaryBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");

    private static string[] Enumerate(string directory, Func<string, string[]> list)
    {
        try
        {
            var paths = list(directory);
            Array.Sort(paths, StringComparer.Ordinal);
            return paths;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // What cannot be read holds nothing for us.
        }
    }
}
