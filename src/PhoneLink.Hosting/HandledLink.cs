using PhoneLink.Activation;

namespace PhoneLink;

/// <summary>Tells what a handler did with a link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Outcome">What became of it.</param>
/// <remarks>Immutable and thread-safe. Its parts hold personal data; its own text holds none.</remarks>
public sealed record HandledLink(ActivatedLink Link, HandledOutcome Outcome)
{
    /// <summary>Gets the number that was asked for.</summary>
    /// <value>Null when there is none.</value>
    public PhoneNumber? Number { get; init; }

    /// <summary>Gets the values that the configured format found in the link; what a stranger wrote.</summary>
    /// <value>Empty when the link is not of that format.</value>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets what is known of the call.</summary>
    /// <value>Null unless <see cref="Outcome"/> is <see cref="HandledOutcome.Dialled"/>.</value>
    public DialResult? Result { get; init; }

    /// <summary>Returns the id and the outcome, no number.</summary>
    /// <returns>A short text for logs.</returns>
    public override string ToString() => $"{Link}: {Outcome}{(Result is null ? "" : $", {Result.Status}")}";
}
