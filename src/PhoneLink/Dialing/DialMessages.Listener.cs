namespace PhoneLink;

/// <content>Calls by another process of this user.</content>
internal static partial class DialMessages
{
    public const string ListenerNotExpressible = "The program that carries out the calls cannot be told this call: a link, device or caller id is too long, or holds characters that none has.";

    public const string ListenerOfAnotherUser = "The program that carries out the calls runs as another user, or as administrator; it takes no calls from this one.";

    public const string ListenerLost = "the connection to the program that has the call was lost";

    private const string ListenerLoop = "The call would go round in circles: too many programs have passed it on.";

    private const string ListenerCancelled = "The call was cancelled before it was placed.";

    private const string ListenerBusy = "The program that carries out the calls has as many as it takes; try again.";

    private const string ListenerRefused = "The program that carries out the calls does not take this one.";

    /// <summary>Why a listener places no call.</summary>
    public static string? OfListener(DialReason reason) => reason switch
    {
        DialReason.Loop => ListenerLoop,
        DialReason.Cancelled => ListenerCancelled,
        DialReason.BackEndBusy => ListenerBusy,
        DialReason.RefusedByBackEnd => ListenerRefused,
        _ => For(reason),
    };
}
