namespace PhoneLink;

/// <summary>An event of a call, as a listener tells it.</summary>
/// <param name="State">The name of the state; an event of an unknown one is left out.</param>
/// <param name="Leg">The name of the leg.</param>
/// <param name="Timestamp">When it happened.</param>
internal sealed record CallNews(string State, string Leg, DateTimeOffset Timestamp)
{
    public string? EndReason { get; init; }

    public int? NativeCode { get; init; }

    public string? NativeText { get; init; }

    public string? ProviderCallId { get; init; }

    public static byte[] Write(CallEvent news) => ListenerFrame.Write(
        ListenerFrameKind.News,
        new CallNews(news.State.ToString(), news.Leg.ToString(), news.Timestamp)
        {
            EndReason = news.EndReason?.ToString(),
            NativeCode = news.NativeCode,
            NativeText = WireText.Clip(news.NativeText),
            ProviderCallId = WireText.Clip(news.ProviderCallId),
        },
        ListenerJson.Default.CallNews)!;

    /// <summary>Reads the event; null when its state is not known here.</summary>
    public CallEvent? ToEvent(CallId callId) => WireText.Read(State, (CallState)(-1)) is var state && state < 0 ? null : new(callId, state)
    {
        Leg = WireText.Read(Leg, CallLeg.Remote),
        EndReason = state is CallState.Ended ? WireText.Read(EndReason, CallEndReason.Unknown) : null,
        NativeCode = NativeCode,
        NativeText = WireText.Clip(NativeText),
        ProviderCallId = WireText.Clip(ProviderCallId),
        Timestamp = Timestamp,
    };

    /// <summary>Returns the type's name: native texts may hold personal data.</summary>
    public override string ToString() => nameof(CallNews);
}
