using PhoneLink.Registration.MacOS;

namespace PhoneLink.Tests.Registration.MacOS;

/// <summary>A macOS that knows some programs, and that may ask the user, change its mind, or deny.</summary>
internal sealed class FakeLaunchServices : ILaunchServices
{
    private readonly Queue<string?> _defaults = new();

    public List<string> Handlers { get; init; } = [];

    public string? Default { get; set; }

    public int Status { get; set; }

    public List<(string Scheme, string BundleId)> Asked { get; } = [];

    /// <summary>Says whom the next look-ups after a request find; after the last it stays so.</summary>
    public FakeLaunchServices Then(params string?[] defaults)
    {
        foreach (var item in defaults)
            _defaults.Enqueue(item);

        return this;
    }

    public string? FindDefaultHandler(string scheme)
    {
        if (Asked.Count > 0 && _defaults.TryDequeue(out var next))
            Default = next;

        return Default;
    }

    public IReadOnlyList<string> ListHandlers(string scheme) => Handlers;

    public int SetDefaultHandler(string scheme, string bundleId)
    {
        Asked.Add((scheme, bundleId));
        return Status;
    }
}
