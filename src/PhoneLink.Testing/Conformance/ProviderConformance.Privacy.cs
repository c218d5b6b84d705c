using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PhoneLink.Testing;

/// <content>What must not get out, and what must not get in.</content>
public sealed partial class ProviderConformance
{
    /// <summary>Text in the fields of a request that a careless provider hands on: line breaks, options, quotes, escapes, marks that turn text around.</summary>
    private static readonly string[] HostileTexts =
    [
        "\r\nInjected: 1", "%0d%0a", "\"; touch x; \"", "$(touch x)", "`x`", "-x", "--exec=x", "/x", "@file", "\u202E0123", "a\0b", "'; --", "%s%n", "<a&b>", "\uD800",
    ];

    private Task Hostile_text_makes_no_more_of_it() => WithProviderAsync(async provider =>
    {
        foreach (var text in HostileTexts)
        {
            var before = Calls();
            var request = MakeRequest();
            var result = await DialAsync(provider, request with
            {
                Device = text,
                Subject = new() { Person = new() { Name = text } },
            }).ConfigureAwait(false);
            Require(result.CallId == request.CallId, "hostile text changed the id of the call.");
            await SettleAsync(before).ConfigureAwait(false);
            Require(Calls() - before <= 1, "hostile text placed more than one call.");
            Require(result.CallMayExist || Calls() == before, $"hostile text was answered {result.Status}, and the back end has a call.");
            await EndAsync(provider, request.CallId).ConfigureAwait(false);
        }
    });

    private Task No_digits_are_told() => WithProviderAsync(async provider =>
    {
        var told = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => !IsPlatform(source.Name),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.Enqueue($"{activity.DisplayName} {string.Join(" ", activity.TagObjects.Select(static tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture)))}"),
        };
        ActivitySource.AddActivityListener(listener);
        var request = MakeRequest();
        var phone = new TelephonyProviderBuilder(provider).UseTelemetry().Build();
        var result = await DialAsync(phone, request).ConfigureAwait(false);
        await EndAsync(provider, request.CallId).ConfigureAwait(false);

        told.Enqueue(result.Message ?? "");
        told.Enqueue(result.ToString());
        var digits = request.Target.Number?.Digits.TrimStart('+');
        Require(
            string.IsNullOrEmpty(digits) || told.All(text => text.IndexOf(digits!, StringComparison.Ordinal) < 0),
            "the number stands in an activity, in the message or in the text of the result.");
    });

    /// <summary>The platform's own sources tell addresses, with numbers in them; whether to listen to these is the host's choice.</summary>
    private static bool IsPlatform(string source) =>
        source.StartsWith("System.", StringComparison.Ordinal) || source.StartsWith("Microsoft.", StringComparison.Ordinal) || source.StartsWith("Experimental.", StringComparison.Ordinal);
}
