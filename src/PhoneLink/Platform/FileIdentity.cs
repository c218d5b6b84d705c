namespace PhoneLink;

/// <summary>Who owns a file, how many names it has, and what it is.</summary>
/// <param name="UserId">The owner's user id.</param>
/// <param name="Links">The number of hard links.</param>
internal readonly record struct FileIdentity(uint UserId, uint Links)
{
    /// <summary>Gets whether it is a regular file: no directory, device, pipe or symbolic link.</summary>
    public bool IsRegular { get; init; }

    /// <summary>
    /// Gets whether users other than the owner may write it by its mode. A user's private group has no other member, and in a sticky
    /// directory others cannot replace what is not theirs.
    /// </summary>
    public bool IsWritableByOthers { get; init; }

    /// <summary>Gets the file's number on its file system.</summary>
    public ulong Inode { get; init; }
}
