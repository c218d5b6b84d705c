using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>What a hostile text costs by its length: below a parser's limit the time for a character stays, above it the time for the text.</summary>
[InProcess, IterationTime(50), WarmupCount(6), IterationCount(8)]
public class HostileInput
{
    private HostileCase? _case;
    private string _text = "";

    public static IEnumerable<string> Names => HostileCase.All.Select(static hostile => hostile.Name);

    public static IReadOnlyList<int> Lengths { get; } = [128, 512, 2046, 32_768, 1_048_576];

    [ParamsSource(nameof(Names))]
    public string Kind { get; set; } = "";

    [ParamsSource(nameof(Lengths))]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _case = HostileCase.All.Single(hostile => hostile.Name == Kind);
        _case.Check(Length);
        _text = _case.Write(Length);
    }

    [Benchmark]
    public bool Read() => _case!.Read(_text);
}
