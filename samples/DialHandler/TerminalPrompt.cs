namespace DialHandler;

/// <summary>Asks on the terminal.</summary>
internal static class TerminalPrompt
{
    public static async Task<bool> AskAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        Console.WriteLine(PromptText.Write(call));
        await Task.Delay(Prompt.Shortest, cancellationToken);

        // Reading a console holds its thread; the dial must be able to end without an answer.
        return await Task.Run(ReadAnswer, cancellationToken).WaitAsync(cancellationToken) is "y" or "Y";
    }

    /// <summary>What was typed before the answer is asked for was meant for something else.</summary>
    private static string? ReadAnswer()
    {
        while (Console.KeyAvailable)
            Console.ReadKey(intercept: true);

        Console.Write("[y/N] ");
        return Console.ReadLine();
    }
}
