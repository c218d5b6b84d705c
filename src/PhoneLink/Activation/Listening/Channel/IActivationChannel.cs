namespace PhoneLink.Activation;

/// <summary>The way from a later process to the first one, for this user's processes only.</summary>
/// <remarks>Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>: there is no safe channel here.</remarks>
internal interface IActivationChannel
{
    /// <summary>Gets where first instances note the ids of links that they have taken and not yet given out; each has a file of its own beside it.</summary>
    string JournalPath { get; }

    /// <summary>Reaches the first instance, if that takes no waiting and it is certain that it is this user's: a warm start is fast then.</summary>
    /// <returns>The connection; null when nobody listens, or where it cannot be told at once.</returns>
    Stream? TryConnect();

    /// <summary>Tries to become the first instance.</summary>
    /// <returns>What makes this process the first as long as it is not disposed; null while another is.</returns>
    IDisposable? TryBecomeFirst();

    /// <summary>Opens the way for later processes; only for the first.</summary>
    IActivationAcceptor Listen();

    /// <summary>Reaches the first instance.</summary>
    /// <returns>The connection; null when nobody listens (yet, or any more).</returns>
    Task<Stream?> ConnectAsync(CancellationToken cancellationToken);
}

/// <summary>The first instance's end.</summary>
internal interface IActivationAcceptor : IDisposable
{
    /// <summary>Waits for the next process of this user; those of others are turned away.</summary>
    Task<Stream> AcceptAsync(CancellationToken cancellationToken);
}
