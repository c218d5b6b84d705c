using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary>What a web CRM does for a page or a minute of its users.</summary>
public class TenThousand
{
    private const int Count = 10_000;

    private readonly CallRow[] _rows = CallRow.Many(Count);
    private readonly CallSubject[] _subjects = Array.ConvertAll(CallRow.Many(Count), static row => row.ToUnread());
    private readonly PhoneLinkExpander _expander = WithPhoneLink.FiveHolesExpander();
    private readonly PreferenceScope[] _scopes = UserTable.Scopes(Count);
    private readonly PreferenceResolver _resolver = new([new UserTable(Count)]);

    [GlobalSetup]
    public void Check()
    {
        foreach (var row in _rows)
            Agreement.Check(Agreement.FiveHolesWriters, row, HandWritten.WriteFiveHoles(row));

        // Reads the numbers, too.
        if (!WithPhoneLink.WriteAll(_expander, _subjects).GetAwaiter().GetResult().SequenceEqual(_rows.Select(HandWritten.WriteFiveHoles)))
            throw new InvalidOperationException("A list does not give what its rows give.");
    }

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("10,000 rows")]
    public int RowsByHand() => Array.ConvertAll(_rows, HandWritten.WriteFiveHoles).Length;

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("10,000 rows")]
    public int Rows() => Array.ConvertAll(_rows, WithPhoneLink.WriteFiveHoles).Length;

    [Benchmark(Description = "ExpandAllAsync, numbers read before"), BenchmarkCategory("10,000 rows")]
    public async Task<int> List() => (await _expander.ExpandAllAsync(_subjects)).Count;

    [Benchmark(Description = "ExpandAllAsync, of text"), BenchmarkCategory("10,000 rows")]
    public async Task<int> UnreadList() => (await _expander.ExpandAllAsync(Array.ConvertAll(_rows, static row => row.ToUnread()))).Count;

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("10,000 users")]
    public async Task<int> Users()
    {
        var length = 0;
        foreach (var scope in _scopes)
            length += (await _resolver.ResolveAsync(scope)).Format.Scheme.Length;

        return length;
    }
}
