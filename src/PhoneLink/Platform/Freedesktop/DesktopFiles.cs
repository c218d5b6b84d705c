namespace PhoneLink;

/// <summary>Finds desktop files by their id (Desktop Entry Specification 1.5, §2: a dash may stand for a subdirectory).</summary>
internal static class DesktopFiles
{
    public const string Extension = ".desktop";

    /// <summary>Deeper than anybody files programs; ends a loop of symbolic links.</summary>
    public const int MaxDepth = 4;

    /// <summary>Finds the file of an id within one <c>applications</c> directory; null when there is none.</summary>
    public static string? Find(IFileSystem files, string directory, string desktopId) =>
        IsId(desktopId) ? Find(files, directory, desktopId, MaxDepth) : null;

    /// <summary>Says whether a text can be an id; a list is written by any program, so a path must not pass.</summary>
    public static bool IsId(string text) =>
        text.EndsWith(Extension, StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal);

    private static string? Find(IFileSystem files, string directory, string rest, int depth)
    {
        var direct = Path.Combine(directory, rest);
        if (IsFile(files, direct))
            return direct;

        for (var dash = rest.IndexOf('-', StringComparison.Ordinal); dash > 0 && depth > 0; dash = rest.IndexOf('-', dash + 1))
        {
            var subdirectory = Path.Combine(directory, rest[..dash]);
            if (IsDirectory(files, subdirectory) && Find(files, subdirectory, rest[(dash + 1)..], depth - 1) is { } found)
                return found;
        }

        return null;
    }

    private static bool IsFile(IFileSystem files, string path) => files.GetKind(path) is PathKind.File or PathKind.SymbolicLink;

    private static bool IsDirectory(IFileSystem files, string path) => files.GetKind(path) is PathKind.Directory or PathKind.SymbolicLink;
}
