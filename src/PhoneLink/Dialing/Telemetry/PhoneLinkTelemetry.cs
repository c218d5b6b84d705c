using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PhoneLink;

/// <summary>Tells listeners what happens. What a listener throws reaches nobody: it must not change what becomes of a call.</summary>
internal static class PhoneLinkTelemetry
{
    private static readonly string? Version = typeof(PhoneLinkTelemetry).Assembly.GetName().Version?.ToString(fieldCount: 3);
    private static readonly ActivitySource Source = new(PhoneLinkDiagnostics.SourceName, Version);
    private static readonly Meter Meter = new(PhoneLinkDiagnostics.SourceName, Version);
    private static readonly Counter<long> Dials = Meter.CreateCounter<long>(PhoneLinkDiagnostics.Dials, "{dial}", "Dials by provider, status and reason.");
    private static readonly Histogram<double> DialDuration = Meter.CreateHistogram<double>(PhoneLinkDiagnostics.DialDuration, "s", "From the request to the result.");
    private static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>(PhoneLinkDiagnostics.Fallbacks, "{fallback}", "Calls given to the next provider.");
    private static readonly Counter<long> JournalFailures = Meter.CreateCounter<long>(PhoneLinkDiagnostics.JournalFailures, "{failure}", "What the journal could not note.");
    private static readonly UpDownCounter<long> ActiveCalls = Meter.CreateUpDownCounter<long>(PhoneLinkDiagnostics.ActiveCalls, "{call}", "Calls under way.");
    private static readonly Histogram<double> SetupDuration = Meter.CreateHistogram<double>(PhoneLinkDiagnostics.SetupDuration, "s", "From the first event until both talk.");
    private static readonly Counter<long> EndedCalls = Meter.CreateCounter<long>(PhoneLinkDiagnostics.EndedCalls, "{call}", "Calls that are over, by reason.");

    public static Activity? StartDial(DialRequest request) => Start(PhoneLinkDiagnostics.DialActivity, ActivityKind.Internal, request);

    public static Activity? StartProvider(DialRequest request) => Start(PhoneLinkDiagnostics.ProviderActivity, ActivityKind.Client, request);

    /// <summary>Ends an activity with a result, or without one when an exception ended the dial.</summary>
    public static void End(Activity? activity, DialResult? result)
    {
        if (activity is null)
            return;

        Safely(() =>
        {
            activity.SetTag(PhoneLinkDiagnostics.Status, result?.Status.ToString());
            if (result is { Reason: not DialReason.None })
                activity.SetTag(PhoneLinkDiagnostics.Reason, result.Reason.ToString());

            if (result?.ProviderName is { } provider)
                activity.SetTag(PhoneLinkDiagnostics.Provider, provider);

            if (result is null or { Status: DialStatus.Ambiguous or DialStatus.Invalid or DialStatus.NotDispatched })
                activity.SetStatus(ActivityStatusCode.Error);

            activity.Dispose();
        });
    }

    public static void Dialled(DialResult? result, TimeSpan duration) => Safely(() =>
    {
        if (!Dials.Enabled && !DialDuration.Enabled)
            return;

        var tags = new TagList
        {
            { PhoneLinkDiagnostics.Provider, result?.ProviderName },
            { PhoneLinkDiagnostics.Status, result?.Status.ToString() },
            { PhoneLinkDiagnostics.Reason, result?.Reason.ToString() },
        };
        Dials.Add(1, tags);
        DialDuration.Record(duration.TotalSeconds, tags);
    });

    public static void FellBack(string provider) => Safely(() => Fallbacks.Add(1, new KeyValuePair<string, object?>(PhoneLinkDiagnostics.Provider, provider)));

    public static void JournalFailed() => Safely(() => JournalFailures.Add(1));

    public static void CallStarted() => Safely(() => ActiveCalls.Add(1));

    public static void CallConnected(TimeSpan setup) => Safely(() => SetupDuration.Record(setup.TotalSeconds));

    public static void CallEnded(CallEndReason reason) => Safely(() =>
    {
        ActiveCalls.Add(-1);
        EndedCalls.Add(1, new KeyValuePair<string, object?>(PhoneLinkDiagnostics.EndReason, reason.ToString()));
    });

    private static Activity? Start(string name, ActivityKind kind, DialRequest request)
    {
        if (!Source.HasListeners())
            return null;

        Activity? activity = null;
        Safely(() =>
        {
            activity = Source.StartActivity(name, kind);
            activity?.SetTag(PhoneLinkDiagnostics.Mode, request.Mode.ToString());
            activity?.SetTag(PhoneLinkDiagnostics.Cause, request.Cause.ToString());
            activity?.SetTag(PhoneLinkDiagnostics.Scheme, request.Target.Scheme);
        });
        return activity;
    }

    private static void Safely(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A listener's.
        }
    }
}
