using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace PhoneLink.Benchmarks;

/// <summary>The mean time for one character of <see cref="HostileInput"/>.</summary>
internal sealed class PerCharacterColumn : IColumn
{
    public string Id => nameof(PerCharacterColumn);

    public string ColumnName => "ns/char";

    public string Legend => "Mean, divided by the length of the text";

    public bool AlwaysShow => false;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        if (LengthOf(benchmarkCase) is not { } length || summary[benchmarkCase]?.ResultStatistics is not { } statistics)
            return "-";

        return (statistics.Mean / length).ToString("0.000", CultureInfo.InvariantCulture);
    }

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(static benchmark => LengthOf(benchmark) is not null);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    private static int? LengthOf(BenchmarkCase benchmark) =>
        benchmark.Parameters.Items.FirstOrDefault(static item => item.Name == nameof(HostileInput.Length))?.Value as int?;
}
