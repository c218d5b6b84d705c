namespace PhoneLink;

/// <summary>Length and time of a file, by which a change is noticed without reading it; symbolic links are followed.</summary>
/// <param name="Length">The length in bytes.</param>
/// <param name="LastWrite">The time of the last write, UTC.</param>
internal readonly record struct FileStamp(long Length, DateTime LastWrite)
{
    /// <summary>Some file systems round times to whole seconds (FAT to two); within that, a second write may leave the stamp as it was.</summary>
    private static readonly TimeSpan CoarseRounding = TimeSpan.FromSeconds(2);

    /// <summary>The others take the system's time, which goes on by ticks of some milliseconds.</summary>
    private static readonly TimeSpan FineRounding = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes the stamp of a file; null when there is none, or none that can be reached.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null)
                file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;

            return file is { Exists: true } ? new(file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // Gone in between, or a loop of links.
        }
    }

    /// <summary>Whether a later write could not have the same stamp.</summary>
    public bool IsSettled(DateTimeOffset now) =>
        now.UtcDateTime - LastWrite > (LastWrite.Ticks % TimeSpan.TicksPerSecond == 0 ? CoarseRounding : FineRounding);
}
