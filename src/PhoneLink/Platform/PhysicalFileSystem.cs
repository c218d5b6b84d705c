using System.Runtime.Versioning;

namespace PhoneLink;

/// <summary>The real file system of a Unix.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class PhysicalFileSystem : IFileSystem
{
    private const UnixFileMode FileMode0644 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode DirectoryMode0755 = FileMode0644 | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly SwappedFile _swapped;

    /// <summary>Makes a file system that exchanges files in its own way; null is the system's.</summary>
    public PhysicalFileSystem(Func<string, string, bool>? exchange = null) => _swapped = new(exchange ?? Exchange);

    public static PhysicalFileSystem Instance { get; } = new();

    public PathKind GetKind(string path) => AtomicFile.GetKind(path);

    public byte[]? ReadBytes(string path) => AtomicFile.ReadBytes(path);

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
        var temporary = AtomicFile.TemporaryBeside(path);
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
        var created = new List<string>();
        try
        {
            // Another process may remove an empty one above while we make the one below.
            while (!Directory.Exists(path))
                MakeMissing(path, created);
        }
        catch
        {
            created.Reverse();
            created.ForEach(Directory.Delete);
            throw;
        }

        return created;
    }

    private static void MakeMissing(string path, List<string> created)
    {
        var missing = new Stack<string>();
        for (var current = path; current is not null && !Directory.Exists(current); current = Path.GetDirectoryName(current))
            missing.Push(current);

        created.RemoveAll(missing.Contains);
        foreach (var directory in missing)
        {
            if (!OperatingSystem.IsLinux())
                Directory.CreateDirectory(directory, DirectoryMode0755);
            else if (LibC.MakeDirectory(directory, (uint)DirectoryMode0755) is not { } isNew)
                return;
            else if (!isNew)
                continue;

            created.Add(directory);
        }
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

    public FileChange ReplaceIfUnchanged(string path, byte[]? expected, byte[] contents) =>
        expected is null ? AtomicFile.ReplaceIfUnchanged(path, expected, contents, FileMode0644) : _swapped.Replace(path, expected, contents);

    public FileChange DeleteIfUnchanged(string path, byte[] expected) => SwappedFile.Delete(path, expected);

    public void RemoveTemporaries(string path)
    {
        foreach (var temporary in EnumerateFiles(Path.GetDirectoryName(path)!).Where(candidate => AtomicFile.IsTemporaryOf(candidate, path)))
            _swapped.Recover(temporary, path);
    }

    private static bool Exchange(string first, string second) => OperatingSystem.IsLinux() && LibC.Exchange(first, second);

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
