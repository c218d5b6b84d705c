namespace PhoneLink;

/// <summary>Says what the body of a request is, and thereby how values are escaped in it.</summary>
public enum HttpBodyKind
{
    /// <summary>A form, <c>number=%p&amp;name=&lt;attn&gt;</c> (<c>application/x-www-form-urlencoded</c>).</summary>
    Form,

    /// <summary>JSON, <c>{ "number": "%p" }</c>; holes stand in strings (RFC 8259 §7).</summary>
    Json,
}
