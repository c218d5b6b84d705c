using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>A <c>callto:</c> link to its number.</summary>
public class ParseCalltoUri
{
    private readonly string _link = Agreement.CalltoLink;

    [GlobalSetup]
    public void Check() => Agreement.Check(Agreement.CalltoUriReaders, _link, new("+4722510000", null));

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("callto: parse")]
    public object? ByHand() => ScannedTel.CalltoByHand(_link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("callto: parse")]
    public object? TryParse() => TelephonyUri.TryParse(_link, out var uri) ? uri : null;

    [Benchmark(Description = "System.Uri"), BenchmarkCategory("callto: parse")]
    public object? BySystemUri() => ScannedTel.CalltoBySystemUri(_link);

    [Benchmark(Description = "Regex"), BenchmarkCategory("callto: parse")]
    public object? Regex() => GeneratedRegex.ReadCalltoUri(_link);
}
