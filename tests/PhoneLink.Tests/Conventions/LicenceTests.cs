using System.Text.Json;
using System.Text.RegularExpressions;

namespace PhoneLink.Tests.Conventions;

/// <summary>What the packages bring along, as restored: every dependency of a dependency too.</summary>
public partial class LicenceTests
{
    /// <summary>Permissive licences that the Open Source Initiative lists, by their names of https://spdx.org/licenses.</summary>
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD"];

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(static folder => Path.GetFileName(folder)).Where(static name => File.Exists(Path.Combine(Repository.Root, "src", name, name + ".csproj")))];

    [Theory]
    [Requirement("CONV-11")]
    [MemberData(nameof(Projects))]
    public void Every_dependency_has_a_permissive_licence(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", project, "obj", "project.assets.json")));
        var shipped = Shipped(assets.RootElement);

        foreach (var package in shipped)
            Permissive.Should().Contain(LicenceOf(assets.RootElement, package), package);

        (shipped.Count > 0).Should().Be(project is "PhoneLink" or "PhoneLink.Numbering" or "PhoneLink.Hosting", "the others bring nothing along but these");
    }

    /// <summary>The packages, as name/version, that a user of the project gets: not its analyzers, and not what the SDK adds by itself.</summary>
    private static HashSet<string> Shipped(JsonElement assets)
    {
        var shipped = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var framework in assets.GetProperty("project").GetProperty("frameworks").EnumerateObject().Where(static framework => framework.Value.TryGetProperty("dependencies", out _)))
        {
            var target = assets.GetProperty("targets").EnumerateObject().First(target => IsOf(target.Name, framework.Name)).Value;
            var open = new Queue<string>(framework.Value.GetProperty("dependencies").EnumerateObject().Where(static package => IsShipped(package.Value)).Select(static package => package.Name));
            while (open.Count > 0)
            {
                var name = open.Dequeue();
                var package = target.EnumerateObject().First(package => package.Name.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase));
                if (shipped.Add(package.Name) && package.Value.TryGetProperty("dependencies", out var dependencies))
                    foreach (var dependency in dependencies.EnumerateObject())
                        open.Enqueue(dependency.Name);
            }
        }

        return shipped;
    }

    /// <summary>Whether a target, which has the framework's long name or its short one, is of a framework.</summary>
    private static bool IsOf(string target, string framework) =>
        target == framework || (framework == "netstandard2.0" && target.StartsWith(".NETStandard,Version=v2.0", StringComparison.Ordinal));

    private static bool IsShipped(JsonElement package) =>
        !(package.TryGetProperty("suppressParent", out var suppressed) && suppressed.GetString() == "All")
        && !(package.TryGetProperty("autoReferenced", out var automatic) && automatic.GetBoolean());

    private static string? LicenceOf(JsonElement assets, string package)
    {
        var path = assets.GetProperty("libraries").GetProperty(package).GetProperty("path").GetString()!;
        var folder = assets.GetProperty("packageFolders").EnumerateObject().Select(folder => Path.Combine(folder.Name, path)).First(Directory.Exists);
        var match = Licence().Match(File.ReadAllText(Directory.EnumerateFiles(folder, "*.nuspec").Single()));
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("<license type=\"expression\">(?<name>[^<]+)</license>", RegexOptions.ExplicitCapture)]
    private static partial Regex Licence();
}
