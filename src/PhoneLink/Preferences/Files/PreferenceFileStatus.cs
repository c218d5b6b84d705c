namespace PhoneLink;

/// <summary>Says what a preference file was when it was read last.</summary>
public enum PreferenceFileStatus
{
    /// <summary>It was not read yet.</summary>
    NotRead,

    /// <summary>Its preferences serve.</summary>
    Read,

    /// <summary>There is no file, and so there are no preferences in it.</summary>
    Missing,

    /// <summary>It is not JSON of the documented shape; what was read last serves.</summary>
    Malformed,

    /// <summary>It is longer than 1 MiB; what was read last serves.</summary>
    TooLarge,

    /// <summary>Another user owns it or may write it, or it is no regular file; what was read last serves.</summary>
    Untrusted,

    /// <summary>The system does not let it be read; what was read last serves.</summary>
    Unreadable,
}
