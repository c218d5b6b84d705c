namespace PhoneLink;

/// <summary>The document that a call is about.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints nothing about the document.</remarks>
public sealed record SubjectDocument
{
    /// <summary>Gets the host's id of the document, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the document's running number, or <see langword="null"/>.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the heading, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the name of the file without its folder, or <see langword="null"/>.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets the sender's reference, or <see langword="null"/>.</summary>
    public string? OurReference { get; init; }

    /// <summary>Gets the addressee's reference, or <see langword="null"/>.</summary>
    public string? YourReference { get; init; }

    /// <summary>Returns what this is, for logs.</summary>
    /// <returns><c>document</c>.</returns>
    public override string ToString() => "document";
}
