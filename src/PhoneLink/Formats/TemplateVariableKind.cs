namespace PhoneLink;

/// <summary>Says what a variable's value is.</summary>
public enum TemplateVariableKind
{
    /// <summary>Text of any kind.</summary>
    Text,

    /// <summary>A telephone number; a format writes it as one where it is one.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A name that a computer gave: of a person, a company, a telephone.</summary>
    Id,

    /// <summary>A date, in the form that the host uses.</summary>
    Date,
}
