namespace PhoneLink;

/// <summary>A program to start, by its absolute path and a list of arguments; there is no shell.</summary>
/// <param name="Program">The absolute path.</param>
/// <param name="Arguments">The arguments, each as the program shall see it.</param>
internal sealed record ProcessCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Gets how long to wait for the end.</summary>
    /// <value>10 seconds by default.</value>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets variables to set beside the inherited ones; null removes one.</summary>
    /// <value>None by default.</value>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();
}
