namespace PhoneLink.Tests.Launching;

/// <summary>An operating system that answers what the test says.</summary>
internal sealed class FakeLauncher(LaunchResult result) : ILinkLauncher, ILaunchOutlook
{
    public FakeLauncher(LaunchStatus status = LaunchStatus.Started)
        : this(new LaunchResult(status))
    {
    }

    public List<(TelephonyUri Link, TimeSpan TimeLimit)> Launched { get; } = [];

    public LaunchOutlook Look(string scheme) => new(result.Status, "Handler of " + scheme);

    public Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Launched.Add((link, timeLimit));
        return Task.FromResult(result);
    }
}
