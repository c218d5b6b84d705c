using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>The way back: a link of <see cref="ExpandFiveHoles"/> to its number and values.</summary>
public class MatchFiveHoles
{
    private readonly string _link = Agreement.FiveHolesLink;

    [GlobalSetup]
    public void Check()
    {
        Agreement.Check(Agreement.FiveHolesReaders, _link, new("+4722510000", "Kari Nordmann", "Bakke & Sønn AS", "kn", "4711"));
        Agreement.Check(Agreement.FiveHolesShapes, _link, true);
    }

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("five holes, back")]
    public object? ByHand() => HandWrittenScan.ReadFiveHoles(_link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("five holes, back")]
    public object? TryMatch() => WithPhoneLink.FiveHoles.TryMatch(_link, out var match) ? match : null;

    [Benchmark(Description = "Regex"), BenchmarkCategory("five holes, back")]
    public object? Regex() => GeneratedRegex.ReadFiveHoles(_link);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("five holes, is one?")]
    public bool IsShapeByHand() => HandWrittenScan.IsFiveHoles(_link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("five holes, is one?")]
    public bool IsMatch() => WithPhoneLink.FiveHoles.IsMatch(_link);

    [Benchmark(Description = "Regex"), BenchmarkCategory("five holes, is one?")]
    public bool RegexIsMatch() => GeneratedRegex.IsFiveHoles(_link);
}
