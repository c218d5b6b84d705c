using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>A number as a CRM holds it, to what is dialled and its extension.</summary>
public class ParseNumber
{
    private readonly string _global = Agreement.GlobalNumberText;
    private readonly string _brackets = Agreement.BracketedNumberText;
    private readonly string _local = Agreement.LocalNumberText;

    [GlobalSetup]
    public void Check()
    {
        Agreement.Check(Agreement.NumberReaders, _global, new("+4722510000", null));
        Agreement.Check(Agreement.NumberReaders, _brackets, new("022510000", "12"));
        Agreement.Check(Agreement.NumberReaders, _local, new("22510000", "12"));
    }

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory(Agreement.GlobalNumberText)]
    public object? ByHand() => ScannedNumber.ByHand(_global);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory(Agreement.GlobalNumberText)]
    public object? TryParse() => PhoneNumber.TryParse(_global, out var number) ? number : null;

    [Benchmark(Description = "Regex"), BenchmarkCategory(Agreement.GlobalNumberText)]
    public object? Regex() => GeneratedRegex.ReadNumber(_global);

    [Benchmark(Description = "libphonenumber"), BenchmarkCategory(Agreement.GlobalNumberText)]
    public object? ByLibrary() => Libphonenumber.ReadNumber(_global);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory(Agreement.BracketedNumberText)]
    public object? BracketsByHand() => ScannedNumber.ByHand(_brackets);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory(Agreement.BracketedNumberText)]
    public object? TryParseBrackets() => PhoneNumber.TryParse(_brackets, out var number) ? number : null;

    [Benchmark(Description = "Regex"), BenchmarkCategory(Agreement.BracketedNumberText)]
    public object? BracketsByRegex() => GeneratedRegex.ReadNumber(_brackets);

    [Benchmark(Description = "libphonenumber"), BenchmarkCategory(Agreement.BracketedNumberText)]
    public object? BracketsByLibrary() => Libphonenumber.ReadNumber(_brackets);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory(Agreement.LocalNumberText)]
    public object? LocalByHand() => ScannedNumber.ByHand(_local);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory(Agreement.LocalNumberText)]
    public object? TryParseLocal() => PhoneNumber.TryParse(_local, out var number) ? number : null;

    [Benchmark(Description = "Regex"), BenchmarkCategory(Agreement.LocalNumberText)]
    public object? LocalByRegex() => GeneratedRegex.ReadNumber(_local);

    [Benchmark(Description = "libphonenumber"), BenchmarkCategory(Agreement.LocalNumberText)]
    public object? LocalByLibrary() => Libphonenumber.ReadNumber(_local);
}
