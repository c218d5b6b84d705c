using System.Text.RegularExpressions;

namespace PhoneLink.Tests.Conventions;

/// <summary>Requirements and tests name each other.</summary>
public partial class RequirementTests
{
    private static readonly HashSet<string> Listed =
        [.. Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "requirements.md"))).Select(static match => match.Groups["id"].Value)];

    private static readonly HashSet<string> Tested =
        [.. Repository.Sources("tests").SelectMany(static file => Mark().Matches(File.ReadAllText(file))).Select(static match => match.Groups["id"].Value)];

    [Fact]
    [Requirement("CONV-7")]
    public void Every_requirement_has_a_test() => Listed.Except(Tested).Should().BeEmpty();

    [Fact]
    [Requirement("CONV-7")]
    public void Every_test_names_a_requirement_that_is_listed()
    {
        Listed.Should().HaveCountGreaterThan(50);
        Tested.Except(Listed).Should().BeEmpty();
    }

    [Fact]
    [Requirement("CONV-9")]
    public void A_page_that_names_requirements_names_those_that_are_listed()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "superoffice.md"))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| Requirements |", StringComparison.Ordinal))
            .Select(static line => Id().Matches(line.Substring(line.LastIndexOf('|', line.Length - 2))).Select(static match => match.Value).ToList())
            .ToList();

        rows.Should().HaveCountGreaterThan(30).And.NotContain(static ids => ids.Count == 0, "each behaviour has its requirements");
        rows.SelectMany(static ids => ids).Except(Listed).Should().BeEmpty();
    }

    [Theory]
    [Requirement("CONV-9")]
    [InlineData("uri-coverage.md")]
    [InlineData("provider-coverage.md")]
    public void A_page_of_promises_names_what_proves_each(string page)
    {
        var proofs = File.ReadAllLines(Path.Combine(Repository.Root, "docs", page)).Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| Proved by |", StringComparison.Ordinal))
            .Select(static line => line.Substring(line.LastIndexOf('|', line.Length - 2)))
            .ToList();

        proofs.Should().HaveCountGreaterThan(30).And.NotContain(static proof => proof.Trim('|', ' ').Length == 0, "each promise has its proof");
        proofs.SelectMany(static proof => Id().Matches(proof)).Select(static match => match.Value).Except(Listed).Should().BeEmpty();
    }

    [GeneratedRegex(@"[A-Z]+-\d+")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| (?<id>[A-Z]+-\d+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\s*\[Requirement\(""(?<id>[^""]+)""\)\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
