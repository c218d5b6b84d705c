using System.IO.Pipes;

namespace PhoneLink;

/// <summary>The first process's pipes. One always waits, so that the name is never free for another program.</summary>
internal sealed class PipeAcceptor : ILocalAcceptor
{
    private readonly Func<PipeOptions, NamedPipeServerStream> _create;
    private NamedPipeServerStream? _next;

    /// <summary>Takes the name.</summary>
    /// <param name="create">Makes a pipe of the name.</param>
    /// <exception cref="UnauthorizedAccessException">Somebody has the name.</exception>
    public PipeAcceptor(Func<PipeOptions, NamedPipeServerStream> create) => (_create, _next) = (create, create(PipeOptions.FirstPipeInstance));

    public async Task<Stream> AcceptAsync(CancellationToken cancellationToken)
    {
        var pipe = _next ??= _create(PipeOptions.None);
        try
        {
            await pipe.WaitForConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Its process has gone already; such a pipe takes no other.
            Replace();
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        Replace();
        return pipe;
    }

    public void Dispose() => _next?.Dispose();

    /// <summary>Where there can be no pipe now, there may be one when the next process is waited for; who has come is served all the same.</summary>
    private void Replace()
    {
        _next = null;
        try
        {
            _next = _create(PipeOptions.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next call tries again.
        }
    }
}
