using System.Runtime.Versioning;
using PhoneLink.Activation;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Activation.Listening;

/// <summary>A session of its own in which the processes of one program meet; each start is a process's.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ListenerDesk : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<ActivationListener> _listeners = [];

    public ListenerDesk()
    {
        Environment = new(_directory.Path) { ["XDG_RUNTIME_DIR"] = _directory.Path };
        File.SetUnixFileMode(_directory.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public FakeEnvironment Environment { get; }

    public string this[string relative] => _directory[relative];

    public ActivationOptions Activation { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public string Socket => this["phonelink/test.sock"];

    /// <summary>Gets a journal as a former listener would have left it.</summary>
    public string Journal => this["phonelink/test.01234567.journal"];

    public UnixLocalChannel Channel => new(Environment, "test");

    public int MaxWaiting { get; init; } = 64;

    /// <summary>Starts a process with a link, or without one.</summary>
    public async Task<ActivationStart> StartAsync(string? link = null, ILocalChannel? channel = null)
    {
        string[] arguments = link is null ? [] : ["--phonelink", "--", link];
        var start = await ActivationListener.StartAsync(arguments, ["domycall", "tel"], new() { Activation = Activation, TimeProvider = Time, Channel = channel ?? Channel, MaxWaiting = MaxWaiting });
        if (start.Listener is { } listener)
            _listeners.Add(listener);

        return start;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
            await listener.DisposeAsync();

        _directory.Dispose();
    }

    /// <summary>Reads the journals; listeners hold theirs open for themselves, which stops no <c>cat</c>.</summary>
    public async Task<IReadOnlyList<string>> JournalsAsync()
    {
        var journals = new List<string>();
        foreach (var path in Directory.EnumerateFiles(this["phonelink"], "*.journal"))
        {
            using var cat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/cat", [path]) { RedirectStandardOutput = true })!;
            journals.Add(await cat.StandardOutput.ReadToEndAsync());
            await cat.WaitForExitAsync();
        }

        return journals;
    }

    /// <summary>Reads so many links, and no more.</summary>
    public static async Task<IReadOnlyList<ActivatedLink>> ReadAsync(ActivationListener listener, int count)
    {
        var links = new List<ActivatedLink>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await foreach (var link in listener.ReadAllAsync(limit.Token))
        {
            links.Add(link);
            if (links.Count == count)
                break;
        }

        return links;
    }
}
