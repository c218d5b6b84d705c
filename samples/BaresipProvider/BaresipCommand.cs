namespace BaresipProvider;

/// <summary>What baresip is told.</summary>
/// <param name="Command">The name of the command.</param>
/// <param name="Params">All behind it, which baresip takes apart by itself.</param>
internal sealed record BaresipCommand(string Command, string? Params = null)
{
    /// <summary>Gets what the reply repeats; events do not.</summary>
    public string? Token { get; init; }
}
