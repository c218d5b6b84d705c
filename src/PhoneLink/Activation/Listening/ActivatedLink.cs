namespace PhoneLink.Activation;

/// <summary>A link that the operating system started the handler with: the first process, or a later one that handed it over.</summary>
/// <param name="Id">The id that the process which received the link has made; a dial of this link carries it, so that it is dialled once.</param>
/// <param name="Uri">The link, checked; what a stranger wrote all the same.</param>
/// <remarks>Immutable and thread-safe. Its text is personal data.</remarks>
public sealed record ActivatedLink(Guid Id, TelephonyUri Uri)
{
    /// <summary>Gets when the link arrived here.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets whether an equal link arrived less than 1.5 seconds before.</summary>
    /// <value>Informs; whether a repetition is a second call the duplicate guard of the pipeline decides.</value>
    public bool IsRepeat { get; init; }

    /// <summary>Gets the token with which a window may come to the front (XDG_ACTIVATION_TOKEN of the process that received the link).</summary>
    /// <value>Null where there is none, as on Windows, where the right is passed on by itself.</value>
    public string? WindowToken { get; init; }

    /// <summary>Returns the id and the scheme, no number.</summary>
    /// <returns>A short text for logs.</returns>
    public override string ToString() => $"{Uri.Scheme}: link {Id}";
}
