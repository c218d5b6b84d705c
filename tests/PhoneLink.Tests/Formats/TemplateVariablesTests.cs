using System.Text.RegularExpressions;
using PhoneLink.Tests.Conventions;

namespace PhoneLink.Tests.Formats;

public partial class TemplateVariablesTests
{
    private const string Generate = "run: dotnet run eng/generate-template-variables.cs";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Library, "Formats", "template-variables.csv"));

    [Fact]
    [Requirement("CAT-1")]
    public void The_catalogue_is_the_csv_in_everything()
    {
        Lines[0].Should().Be("code,group,property,kind,sensitivity,description");
        var rows = Lines.Skip(1).Select(static line => line.Split(',')).ToList();
        rows.Should().OnlyContain(static row => row.Length == 6).And.HaveCount(479);

        TemplateVariables.All.Select(static variable => (variable.Name, variable.Group, variable.Kind, variable.Sensitivity, variable.Description))
            .Should().Equal(rows.Select(static row => (row[0], Value<TemplateVariableGroup>(row[1]), Value<TemplateVariableKind>(row[3]), Value<TemplateVariableSensitivity>(row[4]), row[5])), Generate);
    }

    [Theory]
    [Requirement("CAT-1")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("Text")]
    [InlineData("number")]
    [InlineData("text,phone")]
    public void A_word_that_classifies_nothing_would_be_noticed(string word) =>
        FluentActions.Invoking(() => Value<TemplateVariableKind>(word)).Should().Throw<ArgumentException>();

    [Fact]
    [Requirement("CAT-1")]
    public void Every_variable_has_a_name_of_four_characters_and_a_description_of_its_own_words()
    {
        TemplateVariables.All.Select(static variable => variable.Name).Should().OnlyHaveUniqueItems().And.OnlyContain(static name => Name().IsMatch(name));
        foreach (var variable in TemplateVariables.All)
        {
            variable.Description.Should().NotBeNullOrWhiteSpace().And.NotEndWith(".").And.Be(variable.Description.Trim());
            char.IsUpper(variable.Description[0]).Should().BeTrue(variable.Name);
            variable.ToString().Should().Be(variable.Name);
        }
    }

    [Theory]
    [Requirement("CAT-2")]
    [InlineData("attn", TemplateVariableGroup.Document, TemplateVariableKind.Text, TemplateVariableSensitivity.Public, "Full name of the person")]
    [InlineData("phon", TemplateVariableGroup.Company, TemplateVariableKind.Phone, TemplateVariableSensitivity.Public, "Telephone number of the person or else of the company")]
    [InlineData("atph", TemplateVariableGroup.Person, TemplateVariableKind.Phone, TemplateVariableSensitivity.Personal, "Private telephone number of the person")]
    [InlineData("cnt?", TemplateVariableGroup.Company, TemplateVariableKind.Text, TemplateVariableSensitivity.Public, "Country of the company where it is not the caller's")]
    [InlineData("ser#", TemplateVariableGroup.Document, TemplateVariableKind.Text, TemplateVariableSensitivity.Public, "Serial number of the CRM installation")]
    [InlineData("usec", TemplateVariableGroup.Session, TemplateVariableKind.Text, TemplateVariableSensitivity.Secret, "Secret with which programs log in as the user; never expanded")]
    [InlineData("avos", TemplateVariableGroup.Person, TemplateVariableKind.Text, TemplateVariableSensitivity.Public, "Service of the person's address for calls over the Internet")]
    public void A_variable_is_found_by_its_name(string name, TemplateVariableGroup group, TemplateVariableKind kind, TemplateVariableSensitivity sensitivity, string description)
    {
        TemplateVariables.IsKnown(name).Should().BeTrue();
        TemplateVariables.TryGet(name, out var variable).Should().BeTrue();
        (variable!.Name, variable.Group, variable.Kind, variable.Sensitivity, variable.Description).Should().Be((name, group, kind, sensitivity, description));
        TemplateVariables.All.Should().Contain(item => ReferenceEquals(item, variable));
    }

    [Theory]
    [Requirement("CAT-2")]
    [InlineData("")]
    [InlineData("ATTN")]
    [InlineData("Attn")]
    [InlineData("attn ")]
    [InlineData("att")]
    [InlineData("<attn>")]
    [InlineData("nope")]
    public void Other_names_are_not_known(string name)
    {
        TemplateVariables.IsKnown(name).Should().BeFalse();
        TemplateVariables.TryGet(name, out var variable).Should().BeFalse();
        variable.Should().BeNull();
    }

    [Fact]
    [Requirement("CAT-2")]
    public void Every_variable_is_in_its_group_and_nowhere_else()
    {
        var groups = Enum.GetValues<TemplateVariableGroup>();

        groups.SelectMany(TemplateVariables.InGroup).Should().BeEquivalentTo(TemplateVariables.All).And.OnlyHaveUniqueItems();
        foreach (var group in groups)
            TemplateVariables.InGroup(group).Should().NotBeEmpty().And.OnlyContain(variable => variable.Group == group);

        FluentActions.Invoking(() => TemplateVariables.InGroup((TemplateVariableGroup)groups.Length)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => TemplateVariables.InGroup((TemplateVariableGroup)(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    [Requirement("CAT-2")]
    public void Nobody_can_change_the_catalogue()
    {
        TemplateVariables.All.Should().BeAssignableTo<IList<TemplateVariable>>().Which.IsReadOnly.Should().BeTrue();
        TemplateVariables.InGroup(TemplateVariableGroup.Person).Should().BeAssignableTo<IList<TemplateVariable>>().Which.IsReadOnly.Should().BeTrue();
        FluentActions.Invoking(() => TemplateVariables.IsKnown(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => TemplateVariables.TryGet(null!, out _)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("CAT-3")]
    public void User_defined_fields_are_known_within_their_numbers()
    {
        var known = new List<string>();
        for (var first = ' '; first <= '~'; first++)
            for (var second = ' '; second <= '~'; second++)
                known.AddRange(Enumerable.Range(0, 100).Select(number => $"{first}{second}{number:00}").Where(TemplateVariables.IsKnown));

        known.Should().HaveCount(8 * (10 + 60 + 49)).And.OnlyContain(name => Field().IsMatch(name));
        known.Should().NotIntersectWith(TemplateVariables.All.Select(static variable => variable.Name));
        foreach (var name in new[] { "as1", "as001", "as٠١", "as+1", "a s1", "" })
            TemplateVariables.IsKnown(name).Should().BeFalse();
    }

    [Theory]
    [Requirement("CAT-3")]
    [InlineData("as01", TemplateVariableGroup.Person, TemplateVariableSensitivity.Personal, "User-defined text 1 of the person")]
    [InlineData("cl60", TemplateVariableGroup.Company, TemplateVariableSensitivity.Public, "User-defined whole number 60 of the company")]
    [InlineData("df10", TemplateVariableGroup.Document, TemplateVariableSensitivity.Public, "User-defined decimal number 10 of the document")]
    [InlineData("os49", TemplateVariableGroup.OwnCompany, TemplateVariableSensitivity.Public, "User-defined text 49 of the own company")]
    [InlineData("pl07", TemplateVariableGroup.Project, TemplateVariableSensitivity.Public, "User-defined whole number 7 of the project")]
    [InlineData("sf01", TemplateVariableGroup.Sale, TemplateVariableSensitivity.Public, "User-defined decimal number 1 of the sale")]
    [InlineData("ts20", TemplateVariableGroup.Appointment, TemplateVariableSensitivity.Public, "User-defined text 20 of the appointment")]
    [InlineData("ul11", TemplateVariableGroup.Sender, TemplateVariableSensitivity.Personal, "User-defined whole number 11 of the caller")]
    public void A_user_defined_field_is_described_and_not_listed(string name, TemplateVariableGroup group, TemplateVariableSensitivity sensitivity, string description)
    {
        TemplateVariables.TryGet(name, out var variable).Should().BeTrue();
        (variable!.Name, variable.Group, variable.Kind, variable.Sensitivity, variable.Description).Should().Be((name, group, TemplateVariableKind.Text, sensitivity, description));
        TemplateVariables.TryGet(name, out var again).Should().BeTrue();
        again.Should().BeSameAs(variable);
        TemplateVariables.All.Should().NotContain(item => item.Name == name);
    }

    [Fact]
    [Requirement("CAT-6")]
    public void Formats_go_by_the_catalogues_kinds_and_secrets()
    {
        foreach (var variable in TemplateVariables.All)
        {
            TemplateVariables.IsPhone(variable.Name).Should().Be(variable.Kind is TemplateVariableKind.Phone, variable.Name);
            TemplateVariables.IsSecret(variable.Name).Should().Be(variable.Sensitivity is TemplateVariableSensitivity.Secret, variable.Name);
        }

        foreach (var name in new[] { "as01", "nope", "PHON", "USEC", "" })
            (TemplateVariables.IsPhone(name) || TemplateVariables.IsSecret(name)).Should().BeFalse();
    }

    [Fact]
    [Requirement("CAT-6")]
    public void A_telephone_is_what_its_description_says_it_is() =>
        TemplateVariables.All.Where(static variable => variable.Kind is TemplateVariableKind.Phone).Should()
            .OnlyContain(static variable => Telephone().IsMatch(variable.Description)).And.HaveCount(31);

    [Fact]
    [Requirement("CAT-4")]
    public void The_page_of_variables_is_the_catalogue()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "variables.md"));
        var sections = page.Split("\n## ").Skip(1).ToDictionary(static section => section.Split('\n')[0], static section => section.Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal)));

        sections.Keys.Should().Equal(Enum.GetNames<TemplateVariableGroup>(), Generate);
        foreach (var (group, rows) in sections)
            rows.Should().Equal(TemplateVariables.InGroup(Enum.Parse<TemplateVariableGroup>(group)).Select(Row), Generate);

        page.Should().Contain($"The {TemplateVariables.All.Count} variables");
    }

    private static string Row(TemplateVariable variable)
    {
        var kind = variable.Kind is TemplateVariableKind.Text ? "" : $"{variable.Kind} ".ToLowerInvariant();
        var sensitivity = variable.Sensitivity is TemplateVariableSensitivity.Public ? "" : $"{variable.Sensitivity} ".ToLowerInvariant();
        return $"| `{variable.Name}` | {variable.Description} | {kind}| {sensitivity}|";
    }

    /// <summary>The value that a word of the CSV means; an unknown word is an exception.</summary>
    private static T Value<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Kebab($"{value}") == word).Cast<T?>().SingleOrDefault() ?? throw new ArgumentException("no such word");

    private static string Kebab(string name) => name == nameof(TemplateVariableGroup.ICal) ? "ical" : Capital().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("^[a-z0-9?#.]{4}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[acdopstu](f(0[1-9]|10)|l(0[1-9]|[1-5][0-9]|60)|s(0[1-9]|[1-4][0-9]))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex("[Tt]elephone number|[Mm]obile number|Fax number|Direct|Address of the (person|caller) for calls", RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
