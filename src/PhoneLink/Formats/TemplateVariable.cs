namespace PhoneLink;

/// <summary>A variable that formats know: what it is called, and what its value is.</summary>
/// <remarks>Immutable and thread-safe; there is one object for each name, so that they compare by reference.</remarks>
public sealed class TemplateVariable
{
    internal TemplateVariable(
        string name, TemplateVariableGroup group, TemplateVariableKind kind, TemplateVariableSensitivity sensitivity, string description)
    {
        Name = name;
        Group = group;
        Kind = kind;
        Sensitivity = sensitivity;
        Description = description;
    }

    /// <summary>Gets the name, without brackets: <c>attn</c>.</summary>
    public string Name { get; }

    /// <summary>Gets what the variable speaks of.</summary>
    public TemplateVariableGroup Group { get; }

    /// <summary>Gets what the value is.</summary>
    public TemplateVariableKind Kind { get; }

    /// <summary>Gets what it means that the value stands in a link.</summary>
    public TemplateVariableSensitivity Sensitivity { get; }

    /// <summary>Gets what the value is, for a person who chooses a variable.</summary>
    /// <value>English, without a stop: <c>Full name of the person</c>.</value>
    public string Description { get; }

    /// <summary>Returns the name.</summary>
    /// <returns>For instance <c>attn</c>.</returns>
    public override string ToString() => Name;
}
