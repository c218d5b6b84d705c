namespace PhoneLink;

/// <summary>Why a listener does not do what was asked; nothing was dialled.</summary>
/// <param name="Reason">The name of the reason.</param>
internal sealed record RefusedOrder(string Reason)
{
    public static byte[] Write(DialReason reason) => ListenerFrame.Write(ListenerFrameKind.Refused, new RefusedOrder(reason.ToString()), ListenerJson.Default.RefusedOrder)!;

    public DialReason ToReason() => WireText.Read(Reason, DialReason.RefusedByBackEnd);
}
