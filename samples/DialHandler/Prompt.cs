namespace DialHandler;

/// <summary>Asks where somebody can answer: on the terminal, in a window, or nowhere; then nobody has agreed.</summary>
internal static class Prompt
{
    /// <summary>Nobody reads a number sooner: the second click of a double click on a page lands on a window that has just come up, a key typed ahead on a terminal.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    public static Task<bool> AskAsync(IncomingCall call, CancellationToken cancellationToken) =>
        Console.IsInputRedirected ? WindowPrompt.AskAsync(call, cancellationToken) : TerminalPrompt.AskAsync(call, cancellationToken);
}
