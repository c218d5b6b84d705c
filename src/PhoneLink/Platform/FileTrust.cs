namespace PhoneLink;

/// <summary>Says what may be believed of a file that decides about this process.</summary>
internal enum FileTrust
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>It belongs to this user or to root, and nobody else may write it.</summary>
    Trusted,

    /// <summary>Another user owns it or may write it, or it is no regular file.</summary>
    Untrusted,
}
