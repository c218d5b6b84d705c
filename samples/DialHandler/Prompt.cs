namespace DialHandler;

/// <summary>Asks where somebody can answer: on the terminal, in a window, or nowhere; then nobody has agreed.</summary>
internal static class Prompt
{
    public static Task<bool> AskAsync(IncomingCall call, CancellationToken cancellationToken) =>
        Console.IsInputRedirected ? WindowPrompt.AskAsync(call, cancellationToken) : TerminalPrompt.AskAsync(call, cancellationToken);
}
