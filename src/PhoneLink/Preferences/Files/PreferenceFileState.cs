namespace PhoneLink;

/// <summary>A preference file as it was read last; the preferences are the last good ones.</summary>
internal sealed record PreferenceFileState(PreferenceFileStatus Status, PreferenceTable Table)
{
    /// <summary>Gets the state before the first look.</summary>
    public static PreferenceFileState NotRead { get; } = new(PreferenceFileStatus.NotRead, new());

    /// <summary>Gets the file's stamp when it was read; null when there was none.</summary>
    public FileStamp? Stamp { get; init; }

    /// <summary>Gets whether an equal stamp proves an equal file.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Gets the bytes that were read when <see cref="Status"/> was decided, or null.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Gets the bytes of <see cref="Table"/>, or null when it comes of no file.</summary>
    public byte[]? GoodBytes { get; init; }

    /// <summary>Gets where the JSON is malformed, or null.</summary>
    public int? ErrorPosition { get; init; }

    /// <summary>Gets what keeps the file from being read, or null.</summary>
    public PreferenceProblem? Problem { get; } = Status is PreferenceFileStatus.NotRead or PreferenceFileStatus.Read or PreferenceFileStatus.Missing
        ? null
        : new(PreferenceProblemKind.SourceFailed, "", PreferenceLevel.Default, default);
}
