namespace PhoneLink;

/// <summary>Says what it means that a variable's value stands in a link, which everybody on the machine may read.</summary>
public enum TemplateVariableSensitivity
{
    /// <summary>What a call is about: names, business numbers, ids.</summary>
    Public,

    /// <summary>What the person may not want to be read by others: private numbers, addresses, dates of birth.</summary>
    Personal,

    /// <summary>What gives access; it never gets into a link.</summary>
    Secret,
}
