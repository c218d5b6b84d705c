namespace PhoneLink;

/// <summary>The variables of fields that users define, four characters by rule: whose it is, what it holds, and its number. <c>as01</c> … <c>tl60</c>.</summary>
internal static class UserDefinedField
{
    private const int NameLength = 4;

    public static bool Is(string name) =>
        name.Length == NameLength && Owner(name[0]) is not null && char.IsAsciiDigit(name[2]) && char.IsAsciiDigit(name[3])
        && Number(name) is var number && number >= 1 && number <= Content(name[1]).Count;

    /// <summary>Makes the variable of a name for which <see cref="Is"/> holds.</summary>
    public static TemplateVariable Describe(string name)
    {
        var (group, owner) = Owner(name[0])!.Value;
        var sensitivity = group is TemplateVariableGroup.Person or TemplateVariableGroup.Sender ? TemplateVariableSensitivity.Personal : TemplateVariableSensitivity.Public;
        return new(name, group, TemplateVariableKind.Text, sensitivity, $"User-defined {Content(name[1]).Name} {Number(name)} of the {owner}");
    }

    private static (TemplateVariableGroup Group, string Name)? Owner(char c) => c switch
    {
        'a' => (TemplateVariableGroup.Person, "person"),
        'c' => (TemplateVariableGroup.Company, "company"),
        'd' => (TemplateVariableGroup.Document, "document"),
        'o' => (TemplateVariableGroup.OwnCompany, "own company"),
        'p' => (TemplateVariableGroup.Project, "project"),
        's' => (TemplateVariableGroup.Sale, "sale"),
        't' => (TemplateVariableGroup.Appointment, "appointment"),
        'u' => (TemplateVariableGroup.Sender, "caller"),
        _ => null,
    };

    private static (int Count, string Name) Content(char c) => c switch
    {
        'f' => (10, "decimal number"),
        'l' => (60, "whole number"),
        's' => (49, "text"),
        _ => (0, ""),
    };

    private static int Number(string name) => ((name[2] - '0') * 10) + name[3] - '0';
}
