namespace PhoneLink;

/// <summary>The file system, as far as the library touches it.</summary>
/// <remarks>Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>, as in the BCL.</remarks>
internal interface IFileSystem
{
    /// <summary>Says what stands at a path, without following a symbolic link.</summary>
    PathKind GetKind(string path);

    /// <summary>Reads a file, following symbolic links.</summary>
    /// <returns>The bytes; null when there is no such file.</returns>
    byte[]? ReadBytes(string path);

    /// <summary>Says whether the path leads to a regular file that this process may execute.</summary>
    bool IsExecutable(string path);

    /// <summary>Lists the full paths of a directory's files, in ordinal order; empty when there is no such directory.</summary>
    IReadOnlyList<string> EnumerateFiles(string directory);

    /// <summary>Lists the full paths of a directory's directories, in ordinal order; empty when there is no such directory.</summary>
    IReadOnlyList<string> EnumerateDirectories(string directory);

    /// <summary>Finds a path's owner, a symbolic link not followed; null where that cannot be told.</summary>
    FileIdentity? Identify(string path);

    /// <summary>Gives the target of a symbolic link as written; null when the path is none.</summary>
    string? ReadSymbolicLink(string path);

    /// <summary>Makes a symbolic link, or replaces one in one step; the caller has seen that no file stands there.</summary>
    void WriteSymbolicLink(string path, string target);

    /// <summary>Makes a directory (0755) with the missing ones above it.</summary>
    /// <returns>The directories that were made, the outermost first.</returns>
    IReadOnlyList<string> CreateDirectory(string path);

    /// <summary>Deletes a file or a symbolic link; nothing happens when there is none.</summary>
    void DeleteFile(string path);

    /// <summary>Deletes a directory when it is empty.</summary>
    /// <returns><see langword="false"/> when it is not empty or does not exist.</returns>
    bool DeleteDirectoryIfEmpty(string path);

    /// <summary>Writes a file in one step (temporary file beside it, then rename), if it still is what the caller read.</summary>
    /// <remarks>Where the system can exchange files, what another program writes at that very moment is found and put back (decision 14).</remarks>
    /// <param name="path">The file; it keeps its mode, a new one gets 0644.</param>
    /// <param name="expected">The bytes that the caller read; null when there was no file.</param>
    /// <param name="contents">The new bytes.</param>
    FileChange ReplaceIfUnchanged(string path, byte[]? expected, byte[] contents);

    /// <summary>Deletes a file, if it still is what the caller read.</summary>
    FileChange DeleteIfUnchanged(string path, byte[] expected);

    /// <summary>Removes the temporary files that a killed process has left beside a file; what only another program can have written goes back, or is kept beside it.</summary>
    void RemoveTemporaries(string path);
}
