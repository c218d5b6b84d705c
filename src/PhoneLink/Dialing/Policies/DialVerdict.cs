namespace PhoneLink;

/// <summary>What a policy says about a call; <c>default</c> allows it.</summary>
/// <param name="Decision">What to do.</param>
public readonly record struct DialVerdict(DialDecision Decision)
{
    /// <summary>Gets a verdict that allows the call.</summary>
    public static DialVerdict Allow => default;

    /// <summary>Gets what a person who is asked should know.</summary>
    /// <value><see cref="DialConcern.Other"/> where a policy of the host's asks and says no more.</value>
    public DialConcern? Concern { get; init; }

    /// <summary>Gets a sentence for a person why the call is blocked, without personal data, or <see langword="null"/> for PhoneLink's.</summary>
    public string? Message { get; init; }

    /// <summary>Makes a verdict that has a person asked.</summary>
    /// <param name="concern">What the person should know.</param>
    /// <returns>The verdict.</returns>
    public static DialVerdict Confirm(DialConcern concern) => new(DialDecision.Confirm) { Concern = concern };

    /// <summary>Makes a verdict that blocks the call.</summary>
    /// <param name="message">Why, without personal data; null for PhoneLink's sentence.</param>
    /// <returns>The verdict.</returns>
    public static DialVerdict Block(string? message = null) => new(DialDecision.Block) { Message = message };
}
