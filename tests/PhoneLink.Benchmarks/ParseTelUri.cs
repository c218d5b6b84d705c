using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>A <c>tel:</c> link to its number, with and without separators and extension.</summary>
public class ParseTelUri
{
    private readonly string _short = Agreement.TelUriText;
    private readonly string _long = Agreement.LongTelUriText;

    [GlobalSetup]
    public void Check()
    {
        Agreement.Check(Agreement.TelUriReaders, _short, new("+4722510000", null));
        Agreement.Check(Agreement.TelUriReaders, _long, new("+4722510000", "12"));
    }

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("tel: parse")]
    public object? ByHand() => ScannedTel.ByHand(_short);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("tel: parse")]
    public object? TryParse() => TelephonyUri.TryParse(_short, out var uri) ? uri : null;

    [Benchmark(Description = "System.Uri"), BenchmarkCategory("tel: parse")]
    public object? BySystemUri() => ScannedTel.BySystemUri(_short);

    [Benchmark(Description = "Regex"), BenchmarkCategory("tel: parse")]
    public object? Regex() => GeneratedRegex.ReadTelUri(_short);

    [Benchmark(Description = "libphonenumber"), BenchmarkCategory("tel: parse")]
    public object? ByLibrary() => Libphonenumber.ReadTelUri(_short);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("tel: parse, separators and extension")]
    public object? ByHandLong() => ScannedTel.ByHand(_long);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("tel: parse, separators and extension")]
    public object? TryParseLong() => TelephonyUri.TryParse(_long, out var uri) ? uri : null;

    [Benchmark(Description = "System.Uri"), BenchmarkCategory("tel: parse, separators and extension")]
    public object? BySystemUriLong() => ScannedTel.BySystemUri(_long);

    [Benchmark(Description = "Regex"), BenchmarkCategory("tel: parse, separators and extension")]
    public object? RegexLong() => GeneratedRegex.ReadTelUri(_long);

    [Benchmark(Description = "libphonenumber"), BenchmarkCategory("tel: parse, separators and extension")]
    public object? ByLibraryLong() => Libphonenumber.ReadTelUri(_long);
}
