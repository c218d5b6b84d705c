namespace PhoneLink.Tests.Launching;

internal sealed class RecordingLauncher : ILinkLauncher
{
    private readonly List<TelephonyUri> _links = [];

    public IReadOnlyList<TelephonyUri> Links => _links;

    public LaunchStatus Status { get; init; } = LaunchStatus.Started;

    public Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        _links.Add(link);
        return Task.FromResult(new LaunchResult(Status));
    }
}
