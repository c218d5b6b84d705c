namespace PhoneLink;

/// <content>What of a variable is there at all: the person, the sale that it speaks of.</content>
public sealed partial record CallSubject
{
    /// <summary>Says whether the subject has what a variable speaks of: <c>pnam</c> needs a project, <c>phon</c> a person or a company.</summary>
    /// <param name="name">The name, case-sensitive, without brackets.</param>
    /// <returns>
    /// Whether that part is there, or <see cref="Overrides"/> has a value; a part that is there may still have none. Always
    /// <see langword="false"/> for names that <see cref="TemplateVariables.IsKnown"/> does not know and nobody supplies, and for secrets.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool IsInContext(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return OverrideOf(name) is not null
            || (TemplateVariables.TryGet(name, out var variable) && variable.Sensitivity is not TemplateVariableSensitivity.Secret && Has(variable));
    }

    /// <summary>A variable speaks of what its group says, but for these.</summary>
    private bool Has(TemplateVariable variable) => variable.Name switch
    {
        "attn" or "atti" or "salu" => Person is not null,
        "phon" or "pho2" or "phot" or "phoi" or "faxn" or "faxs" or "faxi" or "atem" or "atei" => Person is not null || Company is not null,
        "odep" => Sender is not null || OwnCompany is not null,
        "aaid" or "alid" or "alun" => HasUser,
        "apid" => Appointment is not null,
        _ => Has(variable.Group),
    };

    private bool Has(TemplateVariableGroup group) => group switch
    {
        TemplateVariableGroup.Person => Person is not null,
        TemplateVariableGroup.Company => Company is not null,
        TemplateVariableGroup.Sender => Sender is not null,
        TemplateVariableGroup.OwnCompany => OwnCompany is not null,
        TemplateVariableGroup.Project => Project is not null,
        TemplateVariableGroup.Sale => Sale is not null,
        TemplateVariableGroup.Appointment or TemplateVariableGroup.ICal => Appointment is not null,
        TemplateVariableGroup.Document => Document is not null,
        TemplateVariableGroup.Session => HasUser,
        _ => false,
    };

    private bool HasUser => Sender is not null || UserId is not null || UserName is not null || TenantId is not null;
}
