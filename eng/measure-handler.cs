// Measures the native handler: from the start of its process to its end, with the link parsed and handed over to a first instance that runs.
// Beside it, interleaved: a native hello-world of the same toolchain, and the same handler by the just-in-time compiler.
//   dotnet run eng/measure-handler.cs -- DIRECTORY [RUNS]     DIRECTORY gets the published programs; run at the root of the repository
#:property PublishAot=false
#:property SignAssembly=false
#:property GenerateDocumentationFile=false
using System.Diagnostics;

if (args.Length == 0)
{
    Console.Error.WriteLine("dotnet run eng/measure-handler.cs -- DIRECTORY [RUNS]");
    return 2;
}

var directory = Path.GetFullPath(args[0]);
var runs = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 60;
Directory.CreateDirectory(Path.Combine(directory, "hello"));
File.WriteAllText(Path.Combine(directory, "hello/hello.csproj"), """
    <Project Sdk="Microsoft.NET.Sdk">
      <PropertyGroup>
        <OutputType>Exe</OutputType>
        <TargetFramework>net10.0</TargetFramework>
        <PublishAot>true</PublishAot>
        <InvariantGlobalization>true</InvariantGlobalization>
      </PropertyGroup>
    </Project>
    """);
File.WriteAllText(Path.Combine(directory, "hello/Directory.Build.props"), "<Project />");
File.WriteAllText(Path.Combine(directory, "hello/Program.cs"), "System.Console.WriteLine(\"Hello\");");
Publish(Path.Combine(directory, "hello"), "hello-native");
Publish("samples/DialHandler", "handler-native", "-p:PublishAot=true");
Publish("samples/DialHandler", "handler-jit");

var settings = Path.Combine(directory, "settings.json");
File.WriteAllText(settings, """{ "Scheme": "domycall", "ConfirmEveryCall": true, "LingerSeconds": 600 }""");
var native = Path.Combine(directory, "handler-native/DialHandler");
using var first = Start(native, Link(0));
first.OutputDataReceived += static (_, _) => { };
first.BeginOutputReadLine();
first.ErrorDataReceived += static (_, _) => { };
first.BeginErrorReadLine();
Thread.Sleep(1000);

var programs = new (string Name, string Program, Func<int, string[]> Arguments)[]
{
    ("hello-world, native", Path.Combine(directory, "hello-native/hello"), static _ => []),
    ("handler, native", native, Link),
    ("handler, just in time", Path.Combine(directory, "handler-jit/DialHandler"), Link),
};
var times = programs.Select(static _ => new List<double>()).ToList();
for (var run = 0; run < runs; run++)
{
    for (var i = 0; i < programs.Length; i++)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start(programs[i].Program, programs[i].Arguments((run * programs.Length) + i + 1));
        process.WaitForExit();
        times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{programs[i].Name}: exit code {process.ExitCode}: {process.StandardError.ReadToEnd()}");
    }
}

first.Kill();
for (var i = 0; i < programs.Length; i++)
{
    var sorted = times[i].Order().ToList();
    Console.WriteLine($"{programs[i].Name}: median {Median(sorted):0.0} ms, p10 {sorted[runs / 10]:0.0}, p90 {sorted[runs * 9 / 10]:0.0}; {Median(sorted) / Median(times[0]):0.00} x");
}

return 0;

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
}

static string[] Link(int i) => ["--phonelink", "--", $"domycall:+47225{i:00000}?name=Ada%20Lovelace"];

Process Start(string program, string[] arguments)
{
    var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["DIALHANDLER_SETTINGS"] = settings;
    var process = Process.Start(start)!;
    process.StandardInput.Close();
    return process;
}

void Publish(string project, string output, params string[] more)
{
    using var process = Process.Start("dotnet", ["publish", project, "-c", "Release", "--nologo", "-v", "q", "--artifacts-path", Path.Combine(directory, "build-" + output), "-o", Path.Combine(directory, output), .. more]);
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"{project} was not published.");
}
