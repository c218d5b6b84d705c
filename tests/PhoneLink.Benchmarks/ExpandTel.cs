using BenchmarkDotNet.Attributes;
using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Benchmarks;

/// <summary><c>tel:%p</c>: number to link.</summary>
public class ExpandTel
{
    private readonly CallRow _row = CallRow.Sample;
    private readonly char[] _link = new char[2048];

    [GlobalSetup]
    public void Check()
    {
        Agreement.Check(Agreement.TelWriters, _row, Agreement.TelLink);
        Agreement.Check(Agreement.CalltoWriters, _row, Agreement.CalltoLink);
    }

    [Benchmark(Baseline = true, Description = "string.Concat"), BenchmarkCategory("tel:%p, to text")]
    public string Concat() => HandWritten.WriteTel(_row);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("tel:%p, to text")]
    public string Expand() => WithPhoneLink.WriteTel(_row);

    [Benchmark(Description = "string.Replace"), BenchmarkCategory("tel:%p, to text")]
    public string Replace() => FormatStrings.ReplaceTel(_row);

    [Benchmark(Description = "string.Format"), BenchmarkCategory("tel:%p, to text")]
    public string Format() => FormatStrings.FormatTel(_row);

    [Benchmark(Description = "CompositeFormat"), BenchmarkCategory("tel:%p, to text")]
    public string Composite() => FormatStrings.CompositeTel(_row);

    [Benchmark(Description = "Handlebars.Net"), BenchmarkCategory("tel:%p, to text")]
    public string Handlebars() => Engines.HandlebarsTel(_row);

    [Benchmark(Description = "Fluid"), BenchmarkCategory("tel:%p, to text")]
    public string Fluid() => Engines.FluidTel(_row);

    [Benchmark(Baseline = true, Description = "string.Concat"), BenchmarkCategory("callto:%p, to text")]
    public string ConcatCallto() => HandWritten.WriteCallto(_row);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("callto:%p, to text")]
    public string ExpandCallto() => WithPhoneLink.WriteCallto(_row);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("tel:%p, to span")]
    public int ByHandToSpan() => HandWritten.WriteTel(_row, _link);

    [Benchmark(Description = "PhoneLink"), BenchmarkCategory("tel:%p, to span")]
    public int ExpandToSpan() => WithPhoneLink.Tel.TryExpand(_row.Number, null, _link, out var length) ? length : 0;

    [Benchmark(Description = "CompositeFormat"), BenchmarkCategory("tel:%p, to span")]
    public int CompositeToSpan() => FormatStrings.CompositeTel(_row, _link);
}
