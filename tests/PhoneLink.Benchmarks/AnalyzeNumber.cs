using BenchmarkDotNet.Attributes;
using PhoneNumbers;

namespace PhoneLink.Benchmarks;

/// <summary>A number from a CRM to its canonical form: by the plan, and by libphonenumber alone, which takes no short code and no extension for what they are.</summary>
public class AnalyzeNumber
{
    private const string Canonical = "+4722510000";

    private readonly WorldNumberingPlan _plan = new();
    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private readonly string _global = "+47 22 51 00 00";
    private readonly string _national = "22 51 00 00";

    [GlobalSetup]
    public void Check()
    {
        foreach (var digits in new[] { GlobalByPlan(), GlobalByLibrary(), NationalByPlan(), NationalByLibrary() })
            if (digits != Canonical)
                throw new InvalidOperationException("The canonical numbers differ.");
    }

    [Benchmark(Baseline = true, Description = "libphonenumber"), BenchmarkCategory("number: global")]
    public string GlobalByLibrary() => _library.Format(_library.Parse(_global, null), PhoneNumberFormat.E164);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("number: global")]
    public string GlobalByPlan() => _plan.Analyze(PhoneNumber.Parse(_global), "NO").Canonical.Digits;

    [Benchmark(Description = "PhoneLink, with details"), BenchmarkCategory("number: global")]
    public NumberKind GlobalKind() => _plan.Analyze(PhoneNumber.Parse(_global), "NO").Kind;

    [Benchmark(Baseline = true, Description = "libphonenumber"), BenchmarkCategory("number: national")]
    public string NationalByLibrary() => _library.Format(_library.Parse(_national, "NO"), PhoneNumberFormat.E164);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("number: national")]
    public string NationalByPlan() => _plan.Analyze(PhoneNumber.Parse(_national), "NO").Canonical.Digits;
}
