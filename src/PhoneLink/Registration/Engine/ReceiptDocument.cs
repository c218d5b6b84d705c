namespace PhoneLink.Registration.Engine;

/// <summary>A receipt as it is written: what was registered, and how each thing was before.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Platform">Whose changes these are.</param>
/// <param name="Registration">What is registered, checked.</param>
/// <param name="Changes">
/// The changes in the order in which they were made. Each is written down before it is made: one that a killed process did not get to
/// make stands here too, and its reversal finds nothing to do.
/// </param>
internal sealed record ReceiptDocument(int Version, string Platform, ProtocolRegistration Registration, IReadOnlyList<ReceiptChange> Changes);
