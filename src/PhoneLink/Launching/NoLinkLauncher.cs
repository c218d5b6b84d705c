namespace PhoneLink;

/// <summary>Stands where the operating system is not supported.</summary>
internal sealed class NoLinkLauncher : ILinkLauncher, ILaunchOutlook
{
    public Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default) =>
        Task.FromResult(new LaunchResult(LaunchStatus.NoOpener));

    public LaunchOutlook Look(string scheme) => new(LaunchStatus.NoOpener);
}
