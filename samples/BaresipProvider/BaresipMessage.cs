namespace BaresipProvider;

/// <summary>What baresip says: the reply to a command, or an event.</summary>
/// <remarks>The fields are those of <c>modules/ctrl_tcp/ctrl_tcp.c</c> and <c>src/event.c</c>; names are read without case.</remarks>
internal sealed record BaresipMessage
{
    public bool Response { get; init; }

    public bool Ok { get; init; }

    public string? Data { get; init; }

    public string? Token { get; init; }

    public bool Event { get; init; }

    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? AccountAor { get; init; }

    public string? Param { get; init; }
}
