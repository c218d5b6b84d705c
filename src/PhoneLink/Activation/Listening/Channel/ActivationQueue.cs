using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PhoneLink.Activation;

/// <summary>Links that wait to be read: so many at most, each noted in the journal until it is given out.</summary>
/// <remarks>The journal ends when no more links come and none waits; a process that ends before leaves it, and the next start reports what was lost.</remarks>
internal sealed class ActivationQueue(ActivationJournal? journal, int capacity = ActivationQueue.MaxCapacity)
{
    public const int MaxCapacity = 64;

    /// <summary>More than can be on their way at once: the queue, and a connection's each.</summary>
    private const int Remembered = 4 * MaxCapacity;

    private static readonly TimeSpan RepeatWindow = TimeSpan.FromMilliseconds(1500);

    private readonly Channel<ActivatedLink> _links = Channel.CreateUnbounded<ActivatedLink>();
    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _known = [];
    private readonly Queue<Guid> _order = new();
    private readonly List<(Guid Id, ActivatedLink? Link)> _arrived = []; // Reserved, and not yet published with all before them.
    private ActivatedLink? _last;
    private int _waiting;
    private bool _isComplete;

    /// <summary>Makes room for a link, and notes it.</summary>
    /// <returns>Whether it has room; or it is here already, when its sender did not get the answer and offers it again.</returns>
    /// <exception cref="IOException">It cannot be noted; it has no room.</exception>
    public ActivationRoom TryReserve(ActivatedLink link)
    {
        lock (_lock)
        {
            if (_known.Contains(link.Id))
                return ActivationRoom.Known;

            if (_waiting == capacity)
                return ActivationRoom.None;

            journal?.Take(link.Id);
            _waiting++;
            _arrived.Add((link.Id, null));
            Remember(link.Id);
            return ActivationRoom.Reserved;
        }
    }

    /// <summary>
    /// Lets a reserved link be read, behind those that came before it: a process that has its answer may start the next one before this one's
    /// connection gets here.
    /// </summary>
    public void Publish(ActivatedLink link)
    {
        lock (_lock)
        {
            _arrived[_arrived.FindIndex(arrived => arrived.Id == link.Id)] = (link.Id, link);
            while (_arrived.Count > 0 && _arrived[0].Link is { } next)
            {
                _arrived.RemoveAt(0);
                Write(next);
            }
        }
    }

    /// <summary>No more links come; those that wait can still be read.</summary>
    public void Complete()
    {
        _links.Writer.TryComplete();
        lock (_lock)
        {
            _isComplete = true;
            EndJournal();
        }
    }

    public async IAsyncEnumerable<ActivatedLink> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var link in _links.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            lock (_lock)
            {
                _waiting--;
                journal?.GiveOut(link.Id);
                EndJournal();
            }

            yield return link;
        }
    }

    private void Write(ActivatedLink link)
    {
        var isRepeat = _last is not null && link.ReceivedAt - _last.ReceivedAt < RepeatWindow && link.Uri.Equals(_last.Uri);
        _last = link;
        _links.Writer.TryWrite(link with { IsRepeat = isRepeat });
    }

    private void Remember(Guid id)
    {
        _known.Add(id);
        _order.Enqueue(id);
        if (_order.Count > Remembered)
            _known.Remove(_order.Dequeue());
    }

    private void EndJournal()
    {
        if (_isComplete && _waiting == 0)
            journal?.Dispose();
    }
}
