namespace PhoneLink;

/// <summary>Members of <see cref="Task"/> of newer .NET, added to netstandard2.0 so that one source line compiles on both targets.</summary>
internal static class TaskPolyfills
{
    extension<T>(Task<T> task)
    {
        public Task<T> WaitAsync(CancellationToken cancellationToken) =>
            TimeProviderTaskExtensions.WaitAsync(task, Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    extension(Task)
    {
        public static Task Delay(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken) =>
            TimeProviderTaskExtensions.Delay(timeProvider, delay, cancellationToken);
    }
}
