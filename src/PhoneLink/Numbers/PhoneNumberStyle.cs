namespace PhoneLink;

/// <summary>Says how a number is written out.</summary>
public enum PhoneNumberStyle
{
    /// <summary>What is keyed: <c>+4722517000</c>, with post-dial digits, without extension.</summary>
    Dialable,

    /// <summary>The same without plus and post-dial digits: <c>4722517000</c>.</summary>
    Digits,

    /// <summary>With the parameters of RFC 3966 §3: <c>+4722517000;ext=12</c>.</summary>
    Rfc3966,

    /// <summary>As it was given: <c>+47 22 51 70 00 x12</c>.</summary>
    AsWritten,
}
