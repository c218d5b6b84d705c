namespace PhoneLink;

/// <summary>The way from a later process to the first one, for this user's processes only.</summary>
/// <remarks>Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>: there is no safe channel here.</remarks>
internal interface ILocalChannel
{
    /// <summary>Gets the path, without an extension, of the files that belong to the channel; a first process may keep some of its own there.</summary>
    string FilesPath { get; }

    /// <summary>Reaches the first process, if that takes no waiting and it is certain that it is this user's.</summary>
    /// <returns>The connection; null when nobody listens, or where it cannot be told at once.</returns>
    Stream? TryConnect();

    /// <summary>Tries to become the first process.</summary>
    /// <returns>What makes this process the first as long as it is not disposed; null while another is.</returns>
    IDisposable? TryBecomeFirst();

    /// <summary>Opens the way for later processes; only for the first.</summary>
    ILocalAcceptor Listen();

    /// <summary>Reaches the first process.</summary>
    /// <returns>The connection; null when nobody listens (yet, or any more).</returns>
    Task<Stream?> ConnectAsync(CancellationToken cancellationToken);
}
