using System.Runtime.Versioning;

namespace PhoneLink.Tests.Registration;

/// <summary>The real file system, whose n-th change fails; and which lets another program act just before one.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FaultyFileSystem(int failAt = 0, Func<Exception>? failure = null) : IFileSystem
{
    /// <summary>Gets the file system behind this one.</summary>
    public PhysicalFileSystem Real { get; init; } = PhysicalFileSystem.Instance;

    public int Changes { get; private set; }

    /// <summary>Gets or sets what another program does before each replacement.</summary>
    public Action<string>? BeforeReplace { get; set; }

    public PathKind GetKind(string path) => Real.GetKind(path);

    public byte[]? ReadBytes(string path) => Real.ReadBytes(path);

    public bool IsExecutable(string path) => Real.IsExecutable(path);

    public IReadOnlyList<string> EnumerateFiles(string directory) => Real.EnumerateFiles(directory);

    public IReadOnlyList<string> EnumerateDirectories(string directory) => Real.EnumerateDirectories(directory);

    /// <summary>Gets a path that belongs to another user.</summary>
    public string? Foreign { get; init; }

    public FileIdentity? Identify(string path) => path == Foreign ? new FileIdentity(4711, 1) : Real.Identify(path);

    public string? ReadSymbolicLink(string path) => Real.ReadSymbolicLink(path);

    public void WriteSymbolicLink(string path, string target)
    {
        Count();
        Real.WriteSymbolicLink(path, target);
    }

    public IReadOnlyList<string> CreateDirectory(string path)
    {
        Count();
        return Real.CreateDirectory(path);
    }

    public void DeleteFile(string path)
    {
        Count();
        Real.DeleteFile(path);
    }

    public bool DeleteDirectoryIfEmpty(string path)
    {
        Count();
        return Real.DeleteDirectoryIfEmpty(path);
    }

    public FileChange ReplaceIfUnchanged(string path, byte[]? expected, byte[] contents)
    {
        Count();
        BeforeReplace?.Invoke(path);
        return Replace is { } replace ? replace(path, expected, contents) : Real.ReplaceIfUnchanged(path, expected, contents);
    }

    /// <summary>Gets another way to replace files.</summary>
    public Func<string, byte[]?, byte[], FileChange>? Replace { get; init; }

    public void RemoveTemporaries(string path) => Real.RemoveTemporaries(path);

    public FileChange DeleteIfUnchanged(string path, byte[] expected)
    {
        Count();
        return Real.DeleteIfUnchanged(path, expected);
    }

    /// <summary>Gets whether all further changes fail too, as those of a process that was killed.</summary>
    public bool StaysDead { get; init; }

    private void Count()
    {
        if (++Changes == failAt || (StaysDead && Changes > failAt))
            throw failure?.Invoke() ?? new IOException("disk full");
    }
}
