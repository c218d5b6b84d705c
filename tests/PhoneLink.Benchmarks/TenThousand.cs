using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>What a web CRM does for a page or a minute of its users.</summary>
public class TenThousand
{
    private const int Count = 10_000;

    private readonly CallRow[] _rows = CallRow.Many(Count);
    private readonly PreferenceScope[] _scopes = UserTable.Scopes(Count);
    private readonly PreferenceResolver _resolver = new([new UserTable(Count)]);

    [GlobalSetup]
    public void Check()
    {
        foreach (var row in _rows)
            Agreement.Check(Agreement.FiveHolesWriters, row, HandWritten.WriteFiveHoles(row));
    }

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("10,000 rows")]
    public int RowsByHand() => Array.ConvertAll(_rows, HandWritten.WriteFiveHoles).Length;

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("10,000 rows")]
    public int Rows() => Array.ConvertAll(_rows, WithPhoneLink.WriteFiveHoles).Length;

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("10,000 users")]
    public async Task<int> Users()
    {
        var length = 0;
        foreach (var scope in _scopes)
            length += (await _resolver.ResolveAsync(scope)).Format.Scheme.Length;

        return length;
    }
}
