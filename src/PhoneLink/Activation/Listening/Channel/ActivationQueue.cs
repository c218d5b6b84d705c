using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PhoneLink.Activation;

/// <summary>Links that wait to be read: 64 at most, each noted in the journal until it is given out.</summary>
internal sealed class ActivationQueue(ActivationJournal? journal) : IDisposable
{
    public const int Capacity = 64;

    private static readonly TimeSpan RepeatWindow = TimeSpan.FromMilliseconds(1500);

    private readonly Channel<ActivatedLink> _links = Channel.CreateUnbounded<ActivatedLink>();
    private readonly Lock _lock = new();
    private ActivatedLink? _last;
    private int _waiting;

    /// <summary>Makes room for a link, and notes it.</summary>
    /// <returns><see langword="false"/> when there is no room.</returns>
    public bool TryReserve(ActivatedLink link)
    {
        lock (_lock)
        {
            if (_waiting == Capacity)
                return false;

            _waiting++;
        }

        journal?.Take(link.Id);
        return true;
    }

    /// <summary>Lets a reserved link be read.</summary>
    public void Publish(ActivatedLink link)
    {
        lock (_lock)
        {
            var isRepeat = _last is not null && link.ReceivedAt - _last.ReceivedAt < RepeatWindow && link.Uri.Equals(_last.Uri);
            _last = link;
            _links.Writer.TryWrite(link with { IsRepeat = isRepeat });
        }
    }

    /// <summary>No more links come; those that wait can still be read.</summary>
    public void Complete() => _links.Writer.TryComplete();

    public async IAsyncEnumerable<ActivatedLink> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var link in _links.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            lock (_lock)
                _waiting--;

            journal?.GiveOut(link.Id);
            yield return link;
        }
    }

    public void Dispose() => journal?.Dispose();
}
