namespace DialHandler;

/// <summary>Asks on the terminal.</summary>
internal static class TerminalPrompt
{
    public static async Task<bool> AskAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        Console.WriteLine(PromptText.Write(call));
        Console.Write("[y/N] ");

        // Reading a console holds its thread; the dial must be able to end without an answer.
        return await Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken) is "y" or "Y";
    }
}
