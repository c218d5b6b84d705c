using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>Opens links on Linux: resolves first, since an opener without a handler hands the number to a browser, then opens.</summary>
/// <remarks>
/// <c>gio open</c> where there is one, else <c>xdg-open</c>; in a sandbox the OpenURI portal, behind which the handlers are.
/// The program that is found is the one that the opener finds: both look under the same <c>XDG_CURRENT_DESKTOP</c>.
/// </remarks>
internal sealed class LinuxLinkLauncher(IFileSystem files, ISystemEnvironment environment, IProcessRunner processes, string? ownProgram = null) : ILinkLauncher, ILaunchOutlook
{
    private readonly HandlerResolver _resolver = new(files, environment);
    private readonly LinuxOpeners _openers = new(files, environment);

    public async Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!TryResolve(link.Scheme, out var opener, out var handler, out var obstacle))
            return new(obstacle);

        var command = new ProcessCommand(opener.Program, opener.ArgumentsFor(link.LaunchText))
        {
            TimeLimit = timeLimit,
            Variables = new Dictionary<string, string?> { [HopCount.Variable] = HopCount.Next(HopCount.Of(environment.GetVariable(HopCount.Variable))) },
        };

        // From here on the handler may have the link: the caller's token no longer ends the call.
        var outcome = await processes.RunAsync(command, CancellationToken.None).ConfigureAwait(false);
        return opener.Judge(outcome, handler?.IsDBusActivatable ?? true);
    }

    /// <inheritdoc/>
    /// <remarks>In a sandbox the handlers are outside, where nobody here sees them.</remarks>
    public LaunchOutlook Look(string scheme) =>
        !TryResolve(scheme, out _, out var handler, out var obstacle) ? new(obstacle)
        : handler is null ? new(LaunchStatus.Undecidable)
        : new(LaunchStatus.Started, handler.Name ?? handler.DesktopId);

    /// <summary>Finds what would open links of a scheme, or what stands in the way; there is no handler to see behind a portal.</summary>
    private bool TryResolve(string scheme, [NotNullWhen(true)] out LinuxOpener? opener, out ResolvedHandler? handler, out LaunchStatus obstacle)
    {
        handler = null;
        opener = null;
        obstacle = LaunchStatus.NotInteractive;
        if (!new Xdg(environment).IsInteractive)
            return false;

        obstacle = LaunchStatus.NoOpener;
        opener = _openers.Find();
        if (opener is null)
            return false;

        obstacle = LaunchStatus.NoHandler;
        handler = opener.Rules is { } rules ? _resolver.Resolve(scheme, rules) : null;
        if (handler is null && opener.Rules is not null)
            return false;

        obstacle = LaunchStatus.Loop;
        return handler?.ProgramPath is not { } program || !OwnProgram.Is(program, ownProgram ?? Environment.ProcessPath);
    }
}
