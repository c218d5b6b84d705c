namespace PhoneLink;

/// <summary>Ends a wait when its time is over, by a clock that tests can set.</summary>
internal static class Deadline
{
    public static CancellationTokenSource In(TimeSpan limit, TimeProvider timeProvider) =>
#if NET
        new(limit, timeProvider);
#else
        timeProvider.CreateCancellationTokenSource(limit);
#endif
}
