namespace PhoneLink;

/// <summary>How a write or delete that compares first has ended.</summary>
internal enum FileChange
{
    /// <summary>The file is as asked.</summary>
    Done,

    /// <summary>The file was not what the caller had read; nothing was written.</summary>
    Changed,

    /// <summary>A symbolic link stands there; replacing it would cut a user's link farm (stow, home-manager). Nothing was written.</summary>
    SymbolicLink,

    /// <summary>Somebody has the file open, and Windows replaces no such file; nothing was written, and a moment later it may be.</summary>
    Busy,
}
