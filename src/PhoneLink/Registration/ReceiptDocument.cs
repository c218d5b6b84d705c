namespace PhoneLink.Registration;

/// <summary>A receipt as it is written: what was registered, and how each thing was before.</summary>
internal sealed record ReceiptDocument(
    int Version, string Platform, string Scheme, string ApplicationId, string DisplayName, string Executable, IReadOnlyList<ReceiptChange> Changes);
