namespace PhoneLink;

/// <summary>An <c>sms:</c> link (RFC 5724): to whom a message goes, and its text.</summary>
/// <remarks>Immutable and thread-safe. Two links are equal when they name the same numbers in the same order, with the same parameters and fields (RFC 5724 §2.4).</remarks>
public sealed class SmsUri : TelephonyUri, IEquatable<SmsUri>
{
    internal const string SchemeName = "sms";
    internal const string BodyField = "body";

    internal SmsUri(string text, IReadOnlyList<TelUri> recipients, IReadOnlyList<UriParameter> fields, IReadOnlyList<ParseError> repairs)
        : base(SchemeName, text, repairs)
    {
        Recipients = recipients;
        Fields = fields;
    }

    /// <summary>Gets to whom the message goes, in order, each as the <c>tel:</c> link of the number; at least one.</summary>
    public IReadOnlyList<TelUri> Recipients { get; }

    /// <summary>Gets the fields behind the question mark, in order.</summary>
    public IReadOnlyList<UriParameter> Fields { get; }

    /// <summary>Gets the text of the message, decoded once, or <see langword="null"/>; personal data, and any stranger's words.</summary>
    public string? Body => UriParameter.Find(Fields, BodyField)?.Value;

    /// <summary>Gets the number of the first recipient.</summary>
    public override PhoneNumber Number => Recipients[0].Number;

    /// <summary>Gets whether every recipient may be used (<see cref="TelUri.IsUsable"/>).</summary>
    public override bool IsUsable
    {
        get
        {
            foreach (var recipient in Recipients)
                if (!recipient.IsUsable)
                    return false;

            return true;
        }
    }

    /// <inheritdoc/>
    public bool Equals(SmsUri? other)
    {
        if (other is null || other.Recipients.Count != Recipients.Count || !UriParameter.AreSame(Fields, other.Fields))
            return false;

        for (var i = 0; i < Recipients.Count; i++)
            if (!Recipients[i].Equals(other.Recipients[i]))
                return false;

        return Body == other.Body;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SmsUri);

    /// <inheritdoc/>
    public override int GetHashCode() => Recipients[0].GetHashCode();
}
