namespace PhoneLink.Tests.Registration;

/// <summary>Notes what would be run, and runs nothing.</summary>
internal sealed class FakeProcessRunner : IProcessRunner
{
    public List<ProcessCommand> Commands { get; } = [];

    public Func<ProcessCommand, ProcessOutcome> Answer { get; set; } = static _ => new(ProcessEnd.Exited, 0);

    public Task<ProcessOutcome> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        Commands.Add(command);
        return Task.FromResult(Answer(command));
    }
}
