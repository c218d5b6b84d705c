namespace PhoneLink.Activation;

/// <summary>Receives links in one process, whichever process the operating system started with them.</summary>
/// <remarks>
/// <para>
/// Thread-safe. The first process of a program listens; later ones hand their link over and end. Cold start and warm start come through one
/// stream, and a link waits until somebody reads: 64 at most, then later processes are told that it is busy.
/// </para>
/// <para>
/// The promise: while the first instance lives, each acknowledged link is read once. Across its death there is at most one dial for each id, if
/// the dial carries <see cref="ActivatedLink.Id"/>; a link that was acknowledged and not read may be lost, and is in
/// <see cref="LostActivations"/> of the next start. Without an acknowledgement within two seconds a later process does not dial by itself.
/// </para>
/// <para>The channel is this user's alone: a socket in a directory of mode 0700, on Windows a pipe for the current user. Net10.0 only.</para>
/// </remarks>
public sealed class ActivationListener : IAsyncDisposable
{
    private const string TokenVariable = "XDG_ACTIVATION_TOKEN";
    private const string JournalExtension = ".journal";

    private readonly ActivationQueue _queue;
    private readonly ActivationServer? _server;
    private readonly IDisposable? _first;
    private int _isDisposed;

    private ActivationListener(ActivationQueue queue, ActivationServer? server, IDisposable? first) => (_queue, _server, _first) = (queue, server, first);

    /// <summary>Gets the ids of links that a former first instance acknowledged and did not give out before it died.</summary>
    public IReadOnlyList<Guid> LostActivations { get; private init; } = [];

    /// <summary>Gets why later processes cannot hand their links over; each of them acts by itself then.</summary>
    /// <value>Null when they can.</value>
    public string? ChannelProblem { get; private init; }

    /// <summary>Starts a handler: becomes the first instance, or hands the link of the arguments to the one that is.</summary>
    /// <param name="arguments">The arguments of <c>Main</c>, none dropped. Without a link in them the first instance waits for those of others.</param>
    /// <param name="schemes">The schemes that this handler registered.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting for the first instance's answer.</param>
    /// <returns>What became of it, with the listener if this process listens.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">No scheme is given, or a text is not a scheme; an argument of the list is null; the options lack <see cref="ActivationListenerOptions.Activation"/> or the clock.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing of the link is known then.</exception>
    /// <remarks>Schemes and options are copied: what is changed later has no effect.</remarks>
    public static async Task<ActivationStart> StartAsync(
        IReadOnlyList<string> arguments, IReadOnlyCollection<string> schemes, ActivationListenerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Contains(null!))
            throw new ArgumentException("An argument is null.", nameof(arguments));

        // Copies: what the caller changes later must not change what other processes' links are checked by.
        schemes = ProtocolActivation.CopySchemes(schemes);
        options = (options ?? new()).CheckedCopy(nameof(options));
        var hasLink = ProtocolActivation.TryGetUri(arguments, schemes, options.Activation, out var uri, out var refusal);
        if (!hasLink && refusal is not ActivationRefusal.NoLink)
            return new(ActivationOutcome.Refused) { Refusal = refusal };

        var own = uri is null ? null : new ActivatedLink(Guid.CreateVersion7(options.TimeProvider.GetUtcNow()), uri) { ReceivedAt = options.TimeProvider.GetUtcNow(), WindowToken = Environment.GetEnvironmentVariable(TokenVariable) };
        try
        {
            var channel = options.Channel ?? LocalChannel.ForCurrentOS(LocalChannel.InstanceOf(options.InstanceName ?? Environment.ProcessPath, options.InstanceSuffix));
            var frame = own is null ? null : new ActivationFrame(own.Id, own.Uri.OriginalText, own.WindowToken);
            var (first, answer) = await new ActivationClient(channel, options.TimeProvider).TryHandOverAsync(frame, cancellationToken).ConfigureAwait(false);
            return first is null ? new(OutcomeOf(answer, own)) : new(ActivationOutcome.Listening) { Listener = Listen(channel, first, own, schemes, options) };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(ActivationOutcome.Listening) { Listener = Alone(own, exception.Message, lost: []) };
        }
    }

    /// <summary>Reads the links, one after the other; ends when the listener is disposed and nothing waits any more.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The links, each once, in the order of their arrival. Several readers share them.</returns>
    public IAsyncEnumerable<ActivatedLink> ReadAllAsync(CancellationToken cancellationToken = default) => _queue.ReadAllAsync(cancellationToken);

    /// <summary>Takes no more links; those that were acknowledged can still be read.</summary>
    /// <returns>A task that ends when later processes find nobody here, and may become the first.</returns>
    /// <remarks>Twice is harmless.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;

        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);

        _queue.Complete();
        _first?.Dispose();
    }

    private static ActivationListener Listen(ILocalChannel channel, IDisposable first, ActivatedLink? own, IReadOnlyCollection<string> schemes, ActivationListenerOptions options)
    {
        IReadOnlyList<Guid> lost = [];
        ILocalAcceptor? acceptor = null;
        ActivationJournal? journal = null;
        try
        {
            // What the dead have lost is told once, so that nobody is asked for it before the way in is open.
            acceptor = channel.Listen();
            journal = ActivationJournal.Open(channel.FilesPath + JournalExtension, out lost);
            var queue = new ActivationQueue(journal, options.MaxWaiting);
            var server = new ActivationServer(acceptor, queue, frame => Read(frame, schemes, options), options.TimeProvider);
            Enqueue(queue, own);
            server.Start();
            return new(queue, server, first) { LostActivations = lost };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            acceptor?.Dispose();
            journal?.Dispose();
            first.Dispose();
            return Alone(own, exception.Message, lost);
        }
    }

    private static ActivationListener Alone(ActivatedLink? own, string problem, IReadOnlyList<Guid> lost)
    {
        var queue = new ActivationQueue(journal: null);
        Enqueue(queue, own);
        return new(queue, null, null) { ChannelProblem = problem, LostActivations = lost };
    }

    private static void Enqueue(ActivationQueue queue, ActivatedLink? link)
    {
        if (link is not null && queue.TryReserve(link) is ActivationRoom.Reserved)
            queue.Publish(link);
    }

    /// <summary>The other process has checked its link, but so would an impostor say.</summary>
    private static ActivatedLink? Read(ActivationFrame frame, IReadOnlyCollection<string> schemes, ActivationListenerOptions options) =>
        ProtocolActivation.TryReadLink(frame.Link, schemes, options.Activation, out var uri)
            ? new(frame.Id, uri) { ReceivedAt = options.TimeProvider.GetUtcNow(), WindowToken = frame.WindowToken }
            : null;

    private static ActivationOutcome OutcomeOf(ActivationAnswer answer, ActivatedLink? own) => answer switch
    {
        ActivationAnswer.Acknowledged => own is null ? ActivationOutcome.AlreadyRunning : ActivationOutcome.HandedOver,
        ActivationAnswer.Busy => ActivationOutcome.Busy,
        _ => ActivationOutcome.NotAcknowledged,
    };
}
