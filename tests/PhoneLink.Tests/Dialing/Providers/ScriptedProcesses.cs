namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>Notes what would be started, and ends as it is told; without an outcome the program runs until the clock says otherwise.</summary>
internal sealed class ScriptedProcesses(ProcessOutcome? outcome, TimeProvider? time = null) : IProcessRunner
{
    public List<ProcessCommand> Commands { get; } = [];

    public Exception? Failure { get; init; }

    public async Task<ProcessOutcome> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        Commands.Add(command);
        cancellationToken.CanBeCanceled.Should().BeFalse("the caller's token does not reach what was started");
        if (Failure is not null)
            throw Failure;

        if (outcome is not null)
            return outcome.Value;

        using var limit = Deadline.In(command.TimeLimit, time ?? TimeProvider.System);
        await Task.Delay(Timeout.InfiniteTimeSpan, limit.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return new(ProcessEnd.StillRunning, 0);
    }
}
