using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary><c>domycall:%p?name=&lt;attn&gt;&amp;company=&lt;name&gt;&amp;user=&lt;user&gt;&amp;id=&lt;cuid&gt;</c>: number and subject to link.</summary>
public class ExpandFiveHoles
{
    private readonly CallRow _row = CallRow.Sample;
    private readonly char[] _link = new char[2048];

    [GlobalSetup]
    public void Check() => Agreement.Check(Agreement.FiveHolesWriters, _row, Agreement.FiveHolesLink);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("five holes, to text")]
    public string ByHand() => HandWritten.WriteFiveHoles(_row);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("five holes, to text")]
    public string Expand() => WithPhoneLink.WriteFiveHoles(_row);

    [Benchmark(Description = "string.Replace"), BenchmarkCategory("five holes, to text")]
    public string Replace() => FormatStrings.ReplaceFiveHoles(_row);

    [Benchmark(Description = "string.Format"), BenchmarkCategory("five holes, to text")]
    public string Format() => FormatStrings.FormatFiveHoles(_row);

    [Benchmark(Description = "CompositeFormat"), BenchmarkCategory("five holes, to text")]
    public string Composite() => FormatStrings.CompositeFiveHoles(_row);

    [Benchmark(Description = "Handlebars.Net"), BenchmarkCategory("five holes, to text")]
    public string Handlebars() => Engines.HandlebarsFiveHoles(_row);

    [Benchmark(Description = "Fluid"), BenchmarkCategory("five holes, to text")]
    public string Fluid() => Engines.FluidFiveHoles(_row);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("five holes, to span")]
    public int ByHandToSpan() => HandWritten.WriteFiveHoles(_row, _link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("five holes, to span")]
    public int ExpandToSpan() => WithPhoneLink.FiveHoles.TryExpand(_row.Number, _row.Subject, _link, out var length) ? length : 0;
}
