namespace PhoneLink;

/// <summary>Remembers which of several providers has a call; bounded, the oldest are forgotten.</summary>
internal sealed class CallOwners
{
    internal const int Capacity = 10_000;

    private readonly object _gate = new();
    private readonly Dictionary<CallId, ITelephonyProvider> _owners = [];
    private readonly Queue<CallId> _order = new();

    public void Set(CallId callId, ITelephonyProvider owner)
    {
        lock (_gate)
        {
            if (!_owners.ContainsKey(callId))
                _order.Enqueue(callId);

            _owners[callId] = owner;
            if (_order.Count > Capacity)
                _owners.Remove(_order.Dequeue());
        }
    }

    public ITelephonyProvider? Find(CallId callId)
    {
        lock (_gate)
            return _owners.TryGetValue(callId, out var owner) ? owner : null;
    }
}
