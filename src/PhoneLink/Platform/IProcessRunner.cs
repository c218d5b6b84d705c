namespace PhoneLink;

/// <summary>Starts programs.</summary>
internal interface IProcessRunner
{
    /// <summary>Starts a program and waits for its end, but no longer than the command allows; it is never killed.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the program, if started, goes on.</exception>
    Task<ProcessOutcome> RunAsync(ProcessCommand command, CancellationToken cancellationToken);
}
