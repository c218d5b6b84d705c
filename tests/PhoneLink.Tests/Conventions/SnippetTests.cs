#if !NETSTANDARD_BUILD
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PhoneLink.Tests.Conventions;

/// <summary>What the documentation shows as C# compiles, each block for itself or behind those before it on its page.</summary>
public class SnippetTests
{
    private const string Fence = "```";
    private const string Start = Fence + "csharp";

    /// <summary>Stands in a line above a block that is only a signature, or needs types of the reader's own; with the reason behind the colon.</summary>
    private const string Marker = "<!-- not compiled: ";

    /// <summary>Those that the SDK adds to a project for .NET.</summary>
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static file => MetadataReference.CreateFromFile(file))];

    private static readonly string[] PagesWithSnippets =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Where(static file => File.ReadAllText(file).Contains(Start, StringComparison.Ordinal))
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))];

    public static TheoryData<string> Pages => [.. PagesWithSnippets];

    [Theory]
    [Requirement("CONV-10")]
    [MemberData(nameof(Pages))]
    public void Every_snippet_of_a_page_compiles(string page)
    {
        var before = new List<string>();
        foreach (var (line, snippet) in Snippets(File.ReadAllLines(Path.Combine(Repository.Root, page))))
        {
            var errors = Errors([snippet]);
            if (errors.Count > 0 && before.Count > 0 && Errors([.. before, snippet]).Count == 0)
                errors = [];

            errors.Should().BeEmpty($"{page}, line {line}, is C#");
            before.Add(snippet);
        }
    }

    [Fact]
    [Requirement("CONV-10")]
    public void The_pages_with_snippets_are_found() =>
        PagesWithSnippets.Should().HaveCountGreaterThan(15).And.Contain(["README.md", "docs/formats.md", "docs/registration.md", "docs/superoffice.md"]);

    [Theory]
    [Requirement("CONV-10")]
    [InlineData("Console.WriteLine(PhoneNumber.Parse(\"1\"));", 1)]
    [InlineData("using PhoneLink; Console.WriteLine(PhoneNumber.Prase(\"1\"));", 1)]
    [InlineData("using PhoneLink; Console.WriteLine(PhoneNumber.Parse(\"1\").Digits);", 0)]
    [InlineData("using PhoneLink; Console.WriteLine(FormatToken.None);", 1)]
    [InlineData("string? a = args[0] == \"\" ? null : \"\"; Console.WriteLine(a.Length);", 1)]
    public void What_a_reader_could_not_compile_is_found(string snippet, int errors) => Errors([snippet]).Should().HaveCount(errors);

    private static IEnumerable<(int Line, string Text)> Snippets(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Start)
                continue;

            var end = Array.IndexOf(lines, Fence, i);
            if (i < 1 || !lines[i - 1].StartsWith(Marker, StringComparison.Ordinal))
                yield return (i + 1, string.Join("\n", lines[(i + 1)..end]) + "\n");

            i = end;
        }
    }

    /// <summary>Errors and warnings about null, as in a new project for .NET; several snippets are one program.</summary>
    private static List<string> Errors(IReadOnlyList<string> snippets)
    {
        var roots = snippets.Select(static snippet => (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(snippet, Parsing).GetRoot()).ToList();
        var program = SyntaxFactory.CompilationUnit()
            .AddUsings([.. roots.SelectMany(static root => root.Usings).DistinctBy(static directive => directive.ToString())])
            .AddMembers([.. roots.SelectMany(static root => root.Members).OrderBy(static member => member is GlobalStatementSyntax ? 0 : 1)]);
        var implicitUsings = string.Concat(ImplicitUsings.Select(static name => $"global using {name};"));
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(implicitUsings, Parsing), CSharpSyntaxTree.ParseText(program.ToFullString(), Parsing)],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        return [.. compilation.GetDiagnostics()
            .Where(static found => found.Severity is DiagnosticSeverity.Error || found.Id.StartsWith("CS86", StringComparison.Ordinal))
            .Select(static found => found.ToString())];
    }
}
#endif
