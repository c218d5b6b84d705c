using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>A <c>sip:</c> link to the number that its user is, and its host.</summary>
public class ParseSipUri
{
    private readonly string _link = Agreement.SipUriText;

    [GlobalSetup]
    public void Check() => Agreement.Check(Agreement.SipUriReaders, _link, new("+4722510000", "pbx.example.com"));

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("sip: parse")]
    public object? ByHand() => ScannedSip.ByHand(_link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("sip: parse")]
    public object? TryParse() => TelephonyUri.TryParse(_link, out var uri) ? uri : null;

    [Benchmark(Description = "System.Uri"), BenchmarkCategory("sip: parse")]
    public object? BySystemUri() => ScannedSip.BySystemUri(_link);

    [Benchmark(Description = "Regex"), BenchmarkCategory("sip: parse")]
    public object? Regex() => GeneratedRegex.ReadSipUri(_link);
}
