using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>The way back: a link of <see cref="ExpandTel"/> to its number.</summary>
public class MatchTel
{
    private readonly string _link = Agreement.TelLink;

    [GlobalSetup]
    public void Check()
    {
        Agreement.Check(Agreement.TelReaders, _link, new("+4722510000"));
        Agreement.Check(Agreement.TelShapes, _link, true);
    }

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("tel:%p, back")]
    public object? ByHand() => HandWrittenScan.ReadTel(_link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("tel:%p, back")]
    public object? TryMatch() => WithPhoneLink.Tel.TryMatch(_link, out var match) ? match : null;

    [Benchmark(Description = "Regex"), BenchmarkCategory("tel:%p, back")]
    public object? Regex() => GeneratedRegex.ReadTel(_link);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("tel:%p, is one?")]
    public bool IsShapeByHand() => HandWrittenScan.IsTel(_link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("tel:%p, is one?")]
    public bool IsMatch() => WithPhoneLink.Tel.IsMatch(_link);

    [Benchmark(Description = "Regex"), BenchmarkCategory("tel:%p, is one?")]
    public bool RegexIsMatch() => GeneratedRegex.IsTel(_link);
}
