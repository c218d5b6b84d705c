namespace PhoneLink;

/// <summary>Says how forgiving a parser of telephony URIs is.</summary>
public enum UriParsing
{
    /// <summary>Repairs what people and programs commonly get wrong, and reports each repair in <see cref="TelephonyUri.Repairs"/>.</summary>
    Lenient,

    /// <summary>Accepts what the scheme's RFC accepts, and nothing else.</summary>
    Strict,
}
