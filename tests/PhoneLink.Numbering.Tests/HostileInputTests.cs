using System.Globalization;
using CsCheck;

namespace PhoneLink.Tests.Numbering;

public class HostileInputTests
{
    private static readonly Gen<string?> Regions = Gen.OneOf(
        Pick<string?>(null, "", "xx", "\0", "\uD800", "001", "ZZ", "no", "NO", "US", "DE", "GB", "AR", "BR", "IT", "LU", "uk"),
        Gen.String[Gen.Char, 0, 3].Select(static text => (string?)text));

    private static readonly Gen<string> Digits = Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.Char['0', '1'], Gen.Char['#', '*']), 1, 64];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char, 0, 40],
        Gen.Select(Pick<string>("", "+", "00", "011", "0"), Digits, Pick<string>("", " x12", ",,99", ";phone-context=+47", ";phone-context=+1-650", ";phone-context=a.b", ";isub=1"), static (a, b, c) => a + b + c));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    [Requirement("PLAN-12")]
    public void No_text_and_no_region_make_it_throw() =>
        Gen.Select(Texts, Regions).Sample(
            static (text, region) =>
            {
                _ = Plan.World.FindRegion(region!);
                if (!PhoneNumber.TryParse(text, out var number))
                    return;

                var analysis = Plan.World.Analyze(number, region);
                _ = (analysis.Kind, analysis.Region, analysis.National, analysis.International, analysis.IsPossiblyInvalid);
                analysis.Canonical.Extension.Should().Be(number.Extension);
                analysis.Canonical.PostDial.Should().Be(number.PostDial);
                (analysis.Canonical.IsGlobal || ReferenceEquals(analysis.Canonical, number)).Should().BeTrue();
            },
            iter: 20_000);

    [Fact]
    [Requirement("PLAN-12")]
    public void A_missing_number_is_a_wrong_call() =>
        FluentActions.Invoking(static () => Plan.World.Analyze(null!)).Should().Throw<ArgumentNullException>().WithParameterName("number");

    [Fact]
    [Requirement("PLAN-12")]
    public async Task A_hundred_threads_get_the_same_answers()
    {
        string[] texts = ["22517000", "+4790000000", "112", "1881", "020 8366 1177", "7042;phone-context=example.com", "011 47 22 51 70 00", "310-1234"];
        string[] regions = ["NO", "US", "GB", "CA", "IN", "JP"];
        var expected = Answers();
        using var start = new ManualResetEventSlim();
        var threads = Enumerable.Range(0, 100).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.Wait();
                return Answers();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToList();
        start.Set();

        foreach (var answers in await Task.WhenAll(threads))
            answers.Should().Equal(expected);

        List<string> Answers() =>
            [.. from text in texts
                from region in regions
                let analysis = Plan.Analyze(text, region)
                select $"{analysis.Canonical.Digits} {analysis.Kind} {analysis.Region} {analysis.National} {Plan.World.FindRegion(region)}"];
    }

    [Theory]
    [Requirement("PLAN-12")]
    [InlineData("it", "02 1234 5678", "+390212345678", "IT")]
    [InlineData("in", "022 2345 6789", "+912223456789", "IN")]
    [InlineData("ie", "01 234 5678", "+35312345678", "IE")]
    [InlineData("fi", "09 1234567", "+35891234567", "FI")]
    public void The_culture_of_the_thread_does_not_count(string region, string text, string canonical, string found)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "tr-TR", "ar-SA", "fa-IR" })
            {
                // Digits and the minus of these cultures are not those of a number.
                CultureInfo.CurrentCulture = new CultureInfo(name) { NumberFormat = { NegativeSign = "\u2212", DigitSubstitution = DigitShapes.NativeNational } };
                var analysis = Plan.Analyze(text, region);
                analysis.Canonical.Digits.Should().Be(canonical);
                analysis.Region.Should().Be(found);
                analysis.International.Should().Match("+*").And.NotContain("\u2212");
                Plan.World.FindRegion(region)!.Code.Should().Be(found);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
