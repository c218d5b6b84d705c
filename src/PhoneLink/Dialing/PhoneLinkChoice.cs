namespace PhoneLink;

/// <summary>One of a subject's telephones to choose from, with the link that calls it.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> is masked.</remarks>
public sealed class PhoneLinkChoice
{
    internal PhoneLinkChoice(PhoneEntry entry, string? link, ParseError error)
    {
        Entry = entry;
        Link = link;
        Error = error;
    }

    /// <summary>Gets the telephone: its label, kind and number to show, and whether its owner does not want to be called.</summary>
    public PhoneEntry Entry { get; }

    /// <summary>Gets the link to render, not yet escaped for HTML, or <see langword="null"/> when the format cannot carry the number; personal data.</summary>
    public string? Link { get; }

    /// <summary>Gets why there is no link; its position is one in the format.</summary>
    /// <value><see cref="ParseErrorKind.None"/> where there is one.</value>
    public ParseError Error { get; }

    /// <summary>Returns the kind and the masked number, for logs.</summary>
    /// <returns>For instance <c>PersonDirect +********00</c>.</returns>
    public override string ToString() => $"{Entry}{(Link is null ? $", {Error.Kind}" : "")}";
}
