namespace PhoneLink;

/// <summary>What the way in which a variable is typed does to its value.</summary>
internal enum LetterCase
{
    /// <summary>The value as stored: <c>&lt;attn&gt;</c>.</summary>
    AsStored,

    /// <summary>The value in capitals: <c>&lt;ATTN&gt;</c>.</summary>
    Upper,

    /// <summary>The value with a capital first letter: <c>&lt;Attn&gt;</c>.</summary>
    Capitalized,
}
