using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>The catalogue of the variables that formats know without being told; those of SuperOffice CRM.</summary>
/// <remarks>
/// Thread-safe. Names are case-sensitive. The catalogue is <c>template-variables.csv</c> beside this file. The fields that users define are
/// known too, without being listed: <c>as01</c>, the first text of a person. See docs/variables.md.
/// </remarks>
public static partial class TemplateVariables
{
    private const int FieldCount = 4;

    private static readonly TemplateVariable[] Listed = Catalogue();

    private static readonly Dictionary<string, TemplateVariable> ByName = Named(Listed);

    /// <summary>By the number of the group; made when somebody asks.</summary>
    private static readonly Lazy<IReadOnlyList<TemplateVariable>[]> Groups = new(Grouped);

    /// <summary>The user-defined fields that somebody asked for; there are 952 of them.</summary>
    private static readonly ConcurrentDictionary<string, TemplateVariable> UserDefined = new(StringComparer.Ordinal);

    /// <summary>Gets the variables of the catalogue.</summary>
    /// <value>In the order of their groups' names; without the user-defined fields.</value>
    public static IReadOnlyList<TemplateVariable> All { get; } = Array.AsReadOnly(Listed);

    /// <summary>Says whether formats know a variable.</summary>
    /// <param name="name">The name, case-sensitive, without brackets.</param>
    /// <returns>Whether it is in the catalogue, or a user-defined field.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static bool IsKnown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.ContainsKey(name) || UserDefinedField.Is(name);
    }

    /// <summary>Finds a variable by its name.</summary>
    /// <param name="name">The name, case-sensitive, without brackets.</param>
    /// <param name="variable">The variable.</param>
    /// <returns>Whether formats know it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static bool TryGet(string name, [NotNullWhen(true)] out TemplateVariable? variable)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!ByName.TryGetValue(name, out variable) && UserDefinedField.Is(name))
            variable = UserDefined.GetOrAdd(name, UserDefinedField.Describe);

        return variable is not null;
    }

    /// <summary>Lists the variables of a group, for a picker.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The variables in the order of the catalogue, without the user-defined fields.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The group is not defined.</exception>
    public static IReadOnlyList<TemplateVariable> InGroup(TemplateVariableGroup group) =>
        group is >= 0 and <= TemplateVariableGroup.Misc ? Groups.Value[(int)group] : throw new ArgumentOutOfRangeException(nameof(group));

    /// <summary>Whether a value is written as a number where it is one; a user-defined field never is.</summary>
    internal static bool IsPhone(string name) => ByName.TryGetValue(name, out var variable) && variable.Kind is TemplateVariableKind.Phone;

    /// <summary>Whether a value must not get into a link, whoever supplies it.</summary>
    internal static bool IsSecret(string name) => ByName.TryGetValue(name, out var variable) && variable.Sensitivity is TemplateVariableSensitivity.Secret;

    private static Dictionary<string, TemplateVariable> Named(TemplateVariable[] variables)
    {
        var named = new Dictionary<string, TemplateVariable>(variables.Length, StringComparer.Ordinal);
        foreach (var variable in variables)
            named.Add(variable.Name, variable);

        return named;
    }

    private static IReadOnlyList<TemplateVariable>[] Grouped()
    {
        var groups = new IReadOnlyList<TemplateVariable>[(int)TemplateVariableGroup.Misc + 1];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = Array.AsReadOnly(Array.FindAll(Listed, variable => (int)variable.Group == i));

        return groups;
    }

    /// <summary>Reads the lines of the catalogue.</summary>
    private static TemplateVariable[] Read(TemplateVariableGroup group, string lines)
    {
        var texts = lines.Split('\n');
        var variables = new TemplateVariable[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var fields = texts[i].TrimEnd('\r').Split([' '], FieldCount);
            variables[i] = new(fields[0], group, Kind(fields[1]), Sensitivity(fields[2]), fields[3]);
        }

        return variables;
    }

    private static TemplateVariableKind Kind(string word) => word switch
    {
        "text" => TemplateVariableKind.Text,
        "phone" => TemplateVariableKind.Phone,
        "email" => TemplateVariableKind.Email,
        "id" => TemplateVariableKind.Id,
        "date" => TemplateVariableKind.Date,
        _ => throw new InvalidOperationException("A variable of the catalogue has no kind."),
    };

    private static TemplateVariableSensitivity Sensitivity(string word) => word switch
    {
        "public" => TemplateVariableSensitivity.Public,
        "personal" => TemplateVariableSensitivity.Personal,
        "secret" => TemplateVariableSensitivity.Secret,
        _ => throw new InvalidOperationException("A variable of the catalogue has no sensitivity."),
    };
}
