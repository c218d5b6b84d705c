namespace PhoneLink;

/// <summary>What became of the wish to end a call.</summary>
/// <param name="Status">The name of the status; an unknown one says that nobody knows.</param>
internal sealed record HangUpAnswer(string Status)
{
    public static byte[] Write(HangUpStatus status) => ListenerFrame.Write(ListenerFrameKind.HungUp, new HangUpAnswer(status.ToString()), ListenerJson.Default.HangUpAnswer)!;

    public HangUpStatus ToStatus() => WireText.Read(Status, HangUpStatus.Unknown);
}
