namespace PhoneLink;

/// <summary>A tool that opens links: its command line, whose rules it follows, and what its end proves.</summary>
internal sealed class LinuxOpener
{
    /// <summary>What <c>gio open</c> ends with when it could start nothing, or when D-Bus reported an error after the handler had the link.</summary>
    private const int GioFailed = 2;

    private readonly Func<string, IReadOnlyList<string>> _arguments;
    private readonly Func<ProcessOutcome, bool, LaunchStatus> _judge;

    private LinuxOpener(string program, HandlerRules? rules, Func<string, IReadOnlyList<string>> arguments, Func<ProcessOutcome, bool, LaunchStatus> judge)
    {
        Program = program;
        Rules = rules;
        _arguments = arguments;
        _judge = judge;
    }

    /// <summary>Gets the absolute path.</summary>
    public string Program { get; }

    /// <summary>Gets whose idea of the default program it follows; null where the handlers are out of sight.</summary>
    public HandlerRules? Rules { get; }

    /// <summary>GLib's opener; it starts the handler and ends, or waits for D-Bus.</summary>
    public static LinuxOpener Gio(string program) => new(program, HandlerRules.Gio, static link => ["open", link], JudgeGio);

    /// <summary>The generic opener; it waits for the handler, whose exit code becomes its own.</summary>
    public static LinuxOpener XdgOpen(string program) => new(program, HandlerRules.XdgMime, static link => [link], JudgeXdgOpen);

    /// <summary>The portal (org.freedesktop.portal.OpenURI), which may ask the user.</summary>
    public static LinuxOpener Portal(string gdbus) => new(gdbus, rules: null, PortalArguments, JudgePortal);

    public IReadOnlyList<string> ArgumentsFor(string link) => _arguments(link);

    public LaunchResult Judge(ProcessOutcome outcome, bool isDBusActivatable) => outcome.End is ProcessEnd.NotStarted
        ? new(LaunchStatus.NoOpener) { NativeCode = outcome.Code }
        : new(_judge(outcome, isDBusActivatable)) { NativeCode = outcome.End is ProcessEnd.Exited ? outcome.Code : null };

    private static LaunchStatus JudgeGio(ProcessOutcome outcome, bool isDBusActivatable) =>
        outcome.Succeeded ? LaunchStatus.Started
        : outcome.End is ProcessEnd.Exited && outcome.Code == GioFailed && !isDBusActivatable ? LaunchStatus.NoHandler
        : LaunchStatus.Undecidable;

    /// <summary>Still running means that the handler runs; a failure may be the handler's own, after it got the link.</summary>
    private static LaunchStatus JudgeXdgOpen(ProcessOutcome outcome, bool isDBusActivatable) =>
        outcome.Succeeded || outcome.End is ProcessEnd.StillRunning ? LaunchStatus.Started : LaunchStatus.Undecidable;

    private static LaunchStatus JudgePortal(ProcessOutcome outcome, bool isDBusActivatable) =>
        outcome.Succeeded ? LaunchStatus.Started : LaunchStatus.Undecidable;

    private static IReadOnlyList<string> PortalArguments(string link) =>
    [
        "call", "--session", "--dest", "org.freedesktop.portal.Desktop", "--object-path", "/org/freedesktop/portal/desktop",
        "--method", "org.freedesktop.portal.OpenURI.OpenURI", "''", $"'{link.Replace("'", "%27", StringComparison.Ordinal)}'", "{}",
    ];
}
