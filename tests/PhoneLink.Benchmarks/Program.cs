using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using PhoneLink.Benchmarks;
using PhoneLink.Benchmarks.Contenders;

// What must hold on any machine, without a clock: all contenders agree, and what must not allocate does not.
if (args is ["--check"])
{
    new ExpandTel().Check();
    new ExpandFiveHoles().Check();
    new MatchTel().Check();
    new MatchFiveHoles().Check();
    new ParseTelUri().Check();
    new ParseSipUri().Check();
    new ParseCalltoUri().Check();
    new ParseNumber().Check();
    new TenThousand().Check();
    new AnalyzeNumber().Check();
    await new DialPipeline().CheckAsync();
    foreach (var hostile in HostileCase.All)
        foreach (var length in HostileInput.Lengths)
            hostile.Check(length);

    Allocation.Check(CallRow.Sample);
    Console.WriteLine("All contenders agree; nothing allocates that must not.");
    return;
}

// Amounts that one round tells of: how long, how much memory, what is lost.
if (args is ["--load", .. var where])
{
    using var directory = new ScratchDirectory(where.FirstOrDefault() ?? Path.GetTempPath());
    await Load.RunAsync(directory.Path);
    return;
}

// Shorter iterations than BenchmarkDotNet's own, so that the whole table takes minutes; --job default or --job short replace them.
var job = Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(150)).WithWarmupCount(6).WithIterationCount(20).AsDefault();
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory)
    .AddColumn(CategoriesColumn.Default, new PerCharacterColumn())
    .HideColumns(Column.Error, Column.Median, Column.RatioSD, Column.AllocRatio, Column.Type, Column.StdDev, Column.Gen0, Column.Gen1, Column.Gen2)
    .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
