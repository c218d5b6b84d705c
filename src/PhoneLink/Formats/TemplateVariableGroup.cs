namespace PhoneLink;

/// <summary>Says what a variable speaks of; the order is that of a picker.</summary>
/// <remarks>A group is where administrators look for a variable: <c>attn</c>, the person's name, is in <see cref="Document"/>, whose addressee it is.</remarks>
public enum TemplateVariableGroup
{
    /// <summary>The person who is called.</summary>
    Person,

    /// <summary>The company that is called, or for which the person works.</summary>
    Company,

    /// <summary>The person who calls.</summary>
    Sender,

    /// <summary>The company for which the caller works.</summary>
    OwnCompany,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A sale.</summary>
    Sale,

    /// <summary>An appointment.</summary>
    Appointment,

    /// <summary>A document and its addressee.</summary>
    Document,

    /// <summary>A request for support.</summary>
    Request,

    /// <summary>A selection of companies and persons.</summary>
    Selection,

    /// <summary>A quote and its version.</summary>
    Quote,

    /// <summary>An alternative of a quote.</summary>
    QuoteAlternative,

    /// <summary>A line of a quote.</summary>
    QuoteLine,

    /// <summary>The user who is logged in.</summary>
    Session,

    /// <summary>The CRM itself.</summary>
    System,

    /// <summary>The CRM's program for support.</summary>
    Service,

    /// <summary>The CRM's mail gateway.</summary>
    Mail,

    /// <summary>The lines of an address as it is written for post from abroad.</summary>
    Address,

    /// <summary>An appointment as calendar files write it.</summary>
    ICal,

    /// <summary>The CRM's client for pocket computers.</summary>
    Pocket,

    /// <summary>What belongs nowhere else.</summary>
    Misc,
}
