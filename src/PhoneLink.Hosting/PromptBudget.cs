namespace PhoneLink;

/// <summary>Bounds how often a person is asked: ten times within any minute, whoever makes the links.</summary>
internal sealed class PromptBudget(TimeProvider timeProvider)
{
    private const int Most = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _asked = new();

    public bool TrySpend()
    {
        while (_asked.TryPeek(out var oldest) && timeProvider.GetElapsedTime(oldest) >= Window)
            _asked.Dequeue();

        if (_asked.Count == Most)
            return false;

        _asked.Enqueue(timeProvider.GetTimestamp());
        return true;
    }
}
