namespace PhoneLink;

/// <summary>Whether a listener's telephone can place calls now.</summary>
/// <param name="State">The name of the state.</param>
internal sealed record StatusAnswer(string State)
{
    public string? Message { get; init; }

    public string? Handler { get; init; }

    public static byte[] Write(ProviderStatus status) => ListenerFrame.Write(
        ListenerFrameKind.Status,
        new StatusAnswer(status.State.ToString()) { Message = WireText.Clip(status.Message), Handler = WireText.Clip(status.Handler) },
        ListenerJson.Default.StatusAnswer)!;

    public ProviderStatus ToStatus() => new(WireText.Read(State, ProviderState.Unknown)) { Message = WireText.Clip(Message), Handler = WireText.Clip(Handler) };
}
