namespace PhoneLink;

/// <summary>Opens links on Linux: resolves first, since an opener without a handler hands the number to a browser, then opens.</summary>
/// <remarks>
/// <c>gio open</c> where there is one, else <c>xdg-open</c>; in a sandbox the OpenURI portal, behind which the handlers are.
/// The program that is found is the one that the opener finds: both look under the same <c>XDG_CURRENT_DESKTOP</c>.
/// </remarks>
internal sealed class LinuxLinkLauncher(IFileSystem files, ISystemEnvironment environment, IProcessRunner processes, string? ownProgram = null) : ILinkLauncher
{
    private readonly HandlerResolver _resolver = new(files, environment);
    private readonly LinuxOpeners _openers = new(files, environment);

    public async Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!new Xdg(environment).IsInteractive)
            return new(LaunchStatus.NotInteractive);

        var opener = _openers.Find();
        if (opener is null)
            return new(LaunchStatus.NoOpener);

        var handler = opener.Rules is { } rules ? _resolver.Resolve(link.Scheme, rules) : null;
        if (handler is null && opener.Rules is not null)
            return new(LaunchStatus.NoHandler);

        if (handler?.ProgramPath is { } program && OwnProgram.Is(program, ownProgram ?? Environment.ProcessPath))
            return new(LaunchStatus.Loop);

        var command = new ProcessCommand(opener.Program, opener.ArgumentsFor(link.LaunchText))
        {
            TimeLimit = timeLimit,
            Variables = new Dictionary<string, string?> { [HopCount.Variable] = HopCount.Next(HopCount.Of(environment.GetVariable(HopCount.Variable))) },
        };

        // From here on the handler may have the link: the caller's token no longer ends the call.
        var outcome = await processes.RunAsync(command, CancellationToken.None).ConfigureAwait(false);
        return opener.Judge(outcome, handler?.IsDBusActivatable ?? true);
    }
}
