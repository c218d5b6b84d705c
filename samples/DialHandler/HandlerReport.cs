using PhoneLink;
using PhoneLink.Activation;

namespace DialHandler;

/// <summary>What the handler got and what became of it. It holds personal data: it is for the one who asked for it.</summary>
internal sealed record HandlerReport
{
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public ActivationRefusal Refusal { get; init; }

    public string? Link { get; init; }

    public string? Number { get; init; }

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public bool MatchedFormat { get; init; }

    public DialStatus? Status { get; init; }

    public override string ToString() => $"{Refusal} {Status}";
}
