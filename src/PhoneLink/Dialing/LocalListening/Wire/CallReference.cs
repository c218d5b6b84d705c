namespace PhoneLink;

/// <summary>Names a call.</summary>
/// <param name="CallId">Its id.</param>
internal sealed record CallReference(Guid CallId)
{
    public static byte[] Write(CallId callId) => ListenerFrame.Write(ListenerFrameKind.HangUp, new CallReference(callId.Value), ListenerJson.Default.CallReference)!;
}
