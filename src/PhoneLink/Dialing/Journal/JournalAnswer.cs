namespace PhoneLink;

/// <summary>What a journal knows of an id.</summary>
/// <param name="State">What it knows.</param>
/// <param name="Outcome">What became of the call, with <see cref="JournalState.Done"/>.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record JournalAnswer(JournalState State, DialResult? Outcome = null);
