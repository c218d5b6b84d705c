using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace PhoneLink.Tests.Dialing.Telemetry;

public sealed class TelemetryTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<string> _told = new();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();
    private readonly string _route = $"desk-{Guid.NewGuid():N}";

    public TelemetryTests()
    {
        _listener = new()
        {
            ShouldListenTo = static source => source.Name == PhoneLinkDiagnostics.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                _activities.Enqueue(activity);
                _told.Enqueue(string.Join(" ", activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}")));
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == PhoneLinkDiagnostics.SourceName)
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Tell(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Tell(instrument, value, tags));
        _meters.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
    }

    [Fact]
    [Requirement("TEL-1")]
    public async Task A_dial_is_an_activity_with_one_of_the_provider_inside()
    {
        var phone = new TelephonyProviderBuilder().Add(_route, new ScriptedProvider(DialStatus.Accepted)).UseTelemetry().UseDefaults().To(_route).Build();

        await phone.DialAsync(PhoneNumber.Parse("+47 22 51 70 00"));

        var dial = _activities.Single(activity => activity.OperationName == PhoneLinkDiagnostics.DialActivity && Equals(activity.GetTagItem(PhoneLinkDiagnostics.Provider), _route));
        var provider = _activities.Single(activity => activity.ParentSpanId == dial.SpanId);
        (provider.OperationName, provider.Kind, dial.Kind).Should().Be((PhoneLinkDiagnostics.ProviderActivity, ActivityKind.Client, ActivityKind.Internal));
        dial.GetTagItem(PhoneLinkDiagnostics.Status).Should().Be("Accepted");
        dial.GetTagItem(PhoneLinkDiagnostics.Scheme).Should().Be("tel");
        _told.Should().Contain(text => text.StartsWith(PhoneLinkDiagnostics.Dials, StringComparison.Ordinal) && text.Contains(_route, StringComparison.Ordinal) && text.Contains("Accepted", StringComparison.Ordinal));
        _told.Should().Contain(text => text.StartsWith(PhoneLinkDiagnostics.DialDuration, StringComparison.Ordinal) && text.Contains(_route, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("TEL-2")]
    public async Task Of_a_hundred_numbers_no_digit_is_told()
    {
        var phone = new TelephonyProviderBuilder().Add(_route, new ScriptedProvider(DialStatus.NotDispatched)).Add(_route + "2", new ScriptedProvider(DialStatus.Accepted))
            .AddFallback("chain", _route, _route + "2").UseTelemetry().UseDefaults(static (_, _) => Task.FromResult(false)).UseFloodLimit(50, TimeSpan.FromHours(1)).To("chain").Build();
        for (var i = 0; i < 100; i++)
        {
            var number = string.Format(CultureInfo.InvariantCulture, "+47987{0:000}{0:000}", i);
            var result = await phone.DialAsync(new DialRequest(PhoneNumber.Parse(number))
            {
                Cause = i % 2 == 0 ? DialCause.User : DialCause.Link,
                Subject = new() { Person = new() { Name = "Lovelace" } },
                Scope = new() { User = "byron" },
                Device = "59875987",
            });
            _told.Enqueue(result.Message ?? "");
            _told.Enqueue(result.ToString());
        }

        _told.Select(text => text.Replace(_route, "", StringComparison.Ordinal))
            .Where(static text => !text.StartsWith(PhoneLinkDiagnostics.DialDuration, StringComparison.Ordinal))
            .Should().NotContain(static text => text.Contains("987", StringComparison.Ordinal));
        _told.Should().NotContain(static text => text.Contains("Lovelace", StringComparison.Ordinal) || text.Contains("byron", StringComparison.Ordinal));
        _told.Should().Contain(text => text.StartsWith(PhoneLinkDiagnostics.Fallbacks, StringComparison.Ordinal) && text.Contains(_route, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("TEL-3")]
    public async Task What_a_listener_throws_changes_nothing()
    {
        using var bad = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PhoneLinkDiagnostics.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = static _ => throw new InvalidOperationException(),
            ActivityStopped = static _ => throw new InvalidOperationException(),
        };
        using var badMeters = new MeterListener { InstrumentPublished = _meters.InstrumentPublished };
        badMeters.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new InvalidOperationException());
        badMeters.Start();
        var journal = new InMemoryCallJournal();
        ActivitySource.AddActivityListener(bad);
        var phone = new TelephonyProviderBuilder(new ScriptedProvider(DialStatus.Accepted)).UseTelemetry().UseJournal(journal).Build();
        var result = await phone.DialAsync(PhoneNumber.Parse("+47 22 51 70 00"));

        result.Status.Should().Be(DialStatus.Accepted);
        using var publisher = new CallEventPublisher();
        publisher.Publish(new(CallId.New(), CallState.Ended)).Should().BeTrue();
    }

    [Fact]
    [Requirement("TEL-4")]
    public void Calls_are_counted_as_long_as_they_last_and_by_their_end()
    {
        using var publisher = new CallEventPublisher();
        var call = CallId.New();
        publisher.Publish(new(call, CallState.Alerting));
        publisher.Publish(new(call, CallState.Connected));
        publisher.Publish(new(call, CallState.Ended) { EndReason = CallEndReason.Completed });

        _told.Should().Contain($"{PhoneLinkDiagnostics.ActiveCalls} 1 ").And.Contain($"{PhoneLinkDiagnostics.ActiveCalls} -1 ");
        _told.Should().Contain(static text => text.StartsWith(PhoneLinkDiagnostics.SetupDuration, StringComparison.Ordinal));
        _told.Should().Contain($"{PhoneLinkDiagnostics.EndedCalls} 1 {PhoneLinkDiagnostics.EndReason}=Completed");
    }

    private void Tell<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct
    {
        var text = new List<string>();
        foreach (var tag in tags)
            text.Add($"{tag.Key}={tag.Value}");

        _told.Enqueue(string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", instrument.Name, value, string.Join(" ", text)));
    }
}
