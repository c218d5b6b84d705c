namespace PhoneLink;

/// <summary>Opens links on macOS by <c>/usr/bin/open</c>, which asks Launch Services for the handler.</summary>
/// <remarks>Written from its documentation; it was not run on a Mac.</remarks>
internal sealed class MacLinkLauncher(ISystemEnvironment environment, IProcessRunner processes) : ILinkLauncher
{
    private const string Opener = "/usr/bin/open";

    public async Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var command = new ProcessCommand(Opener, [link.LaunchText])
        {
            TimeLimit = timeLimit,
            Variables = new Dictionary<string, string?> { [HopCount.Variable] = HopCount.Next(HopCount.Of(environment.GetVariable(HopCount.Variable))) },
        };
        var outcome = await processes.RunAsync(command, CancellationToken.None).ConfigureAwait(false);
        var status = outcome.End is ProcessEnd.NotStarted ? LaunchStatus.NoOpener
            : outcome.Succeeded ? LaunchStatus.Started
            : LaunchStatus.Undecidable;
        return new(status) { NativeCode = outcome.End is ProcessEnd.StillRunning ? null : outcome.Code };
    }
}
