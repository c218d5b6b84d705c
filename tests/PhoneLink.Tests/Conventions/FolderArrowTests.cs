using System.Text.RegularExpressions;

namespace PhoneLink.Tests.Conventions;

/// <summary>The folders share a namespace, which hides who depends on whom; here it is checked by the names that a file uses.</summary>
public partial class FolderArrowTests
{
    /// <summary>What a folder may name besides itself; what those may name, it may name too.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["DependencyInjection"] = ["Dialing", "Registration"],
        ["Dialing"] = ["Preferences", "Contacts", "Launching"],
        ["Registration"] = ["Activation"],
        ["Activation"] = ["Uris", "Platform"],
        ["Launching"] = ["Uris", "Platform"],
        ["Contacts"] = ["Formats"],
        ["Preferences"] = ["Formats", "Platform"],
        ["Formats"] = ["Uris"],
        ["Uris"] = ["Numbers"],
        ["Numbers"] = [],
        ["Platform"] = [],
    };

    [Fact]
    [Requirement("CONV-6")]
    public void Arrows_between_folders_point_down()
    {
        var files = Repository.Sources("src/PhoneLink").Select(static file => (Folder: FolderOf(file), File: file, Text: WithoutCommentsAndStrings(File.ReadAllText(file)))).ToList();
        var home = files.SelectMany(static file => Declaration().Matches(file.Text).Select(match => (Type: match.Groups["name"].Value, file.Folder)))
            .GroupBy(static pair => pair.Type)
            .Where(static group => group.Select(static pair => pair.Folder).Distinct().Count() == 1)
            .ToDictionary(static group => group.Key, static group => group.First().Folder, StringComparer.Ordinal);

        home.Should().ContainKeys("PhoneNumber", "TelephonyUri", "LinkTelephonyProvider", "HandlerResolver");
        foreach (var (folder, file, text) in files)
        {
            var allowed = Reach(folder);
            var upward = Name().Matches(text).Select(static match => match.Value).Distinct()
                .Where(name => home.TryGetValue(name, out var owner) && !allowed.Contains(owner)).ToList();
            upward.Should().BeEmpty($"{Path.GetFileName(file)} is in {folder}");
        }
    }

    [Fact]
    [Requirement("CONV-6")]
    public void Every_folder_has_its_place_in_the_picture() =>
        Directory.GetDirectories(Repository.Library).Select(Path.GetFileName).Should().BeSubsetOf([.. Arrows.Keys, "PublicAPI", "bin", "obj"]);

    private static HashSet<string> Reach(string folder) => [folder, .. Arrows[folder].SelectMany(Reach)];

    private static string FolderOf(string file) => Path.GetRelativePath(Repository.Library, file).Split(Path.DirectorySeparatorChar)[0];

    private static string WithoutCommentsAndStrings(string text) => CommentOrString().Replace(text, " ");

    [GeneratedRegex("""//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""")]
    private static partial Regex CommentOrString();

    [GeneratedRegex(@"(?:class|struct|interface|enum|record|delegate\s+\S+)\s+(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    /// <summary>Every name that is not a member behind a dot.</summary>
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
