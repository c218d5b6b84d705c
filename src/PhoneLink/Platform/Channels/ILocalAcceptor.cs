namespace PhoneLink;

/// <summary>The first process's end of a channel.</summary>
internal interface ILocalAcceptor : IDisposable
{
    /// <summary>Waits for the next process of this user; those of others are turned away.</summary>
    Task<Stream> AcceptAsync(CancellationToken cancellationToken);
}
