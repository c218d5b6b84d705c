namespace PhoneLink;

/// <summary>Lets other processes of this user dial by this one: the other end of <see cref="LocalListenerTelephonyProvider"/>.</summary>
/// <remarks>
/// <para>
/// Thread-safe. The channel is this user's alone: a socket in a directory of mode 0700, on Windows a pipe for the current user and session. It
/// is not that of <c>ActivationListener</c>; a link is never taken for a request here, nor the other way round.
/// </para>
/// <para>
/// What comes is read like a stranger's text and dialled by the provider, which is this process's whole pipeline: it classifies, asks and notes by
/// itself, since no consent and no analysis travels. An id is dialled once; the last 10,000 are remembered as long as the listener lives. Net10.0 only.
/// </para>
/// </remarks>
public sealed class LocalTelephonyListener : IAsyncDisposable
{
    private readonly LocalServer _server;
    private readonly IDisposable _first;
    private readonly SemaphoreSlim _calls;
    private int _isDisposed;

    private LocalTelephonyListener(string name, LocalServer server, IDisposable first, SemaphoreSlim calls) => (Name, _server, _first, _calls) = (name, server, first, calls);

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="name">What clients call it: at most 64 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; case counts.</param>
    /// <param name="provider">Carries out the calls. It is not disposed with the listener.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The listener.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="provider"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is not well-formed, or the provider would dial by this very listener.</exception>
    /// <exception cref="InvalidOperationException">A listener of that name runs already.</exception>
    /// <exception cref="IOException">There is no channel: no directory that only this user can enter, for instance.</exception>
    /// <exception cref="UnauthorizedAccessException">Another program has taken the channel.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<LocalTelephonyListener> StartAsync(
        string name, ITelephonyProvider provider, LocalTelephonyListenerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var listener = ListenerName.Parse(name, nameof(name));
        ArgumentNullException.ThrowIfNull(provider);
        if (listener.IsTargetOf(provider))
            throw new ArgumentException($"The provider dials by the listener '{name}', which would dial by itself without end.", nameof(provider));

        // On no thread of the caller's, which calls must not wait for.
        return Task.Run(() => Start(listener, provider, options ?? new()), cancellationToken);
    }

    /// <summary>Takes no more calls, cancels those that are not placed yet, and ends the connections; calls that are placed stay up.</summary>
    /// <returns>A task that ends when the name is free.</returns>
    /// <remarks>Twice is harmless. Clients hear that the connection was lost.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;

        await _server.DisposeAsync();
        _first.Dispose();
        _calls.Dispose();
    }

    private static LocalTelephonyListener Start(ListenerName name, ITelephonyProvider provider, LocalTelephonyListenerOptions options)
    {
        var channel = options.Channel ?? name.MakeChannel(mayMake: true);
        var first = channel.TryBecomeFirst() ?? throw new InvalidOperationException($"A telephony listener '{name.Value}' runs already.");
        try
        {
            var calls = new SemaphoreSlim(options.MaxCalls);
            var session = new ListenerSession(new DispatchBoundary(provider), options, calls);

            // More than there can be calls, so that one too many is told so at once.
            var server = new LocalServer(channel.Listen(), options.MaxCalls + ListenerSession.SpareConnections, session.ServeAsync, options.TimeProvider);
            server.Start();
            return new(name.Value, server, first, calls);
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }
}
