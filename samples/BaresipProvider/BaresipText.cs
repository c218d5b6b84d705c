using PhoneLink;

namespace BaresipProvider;

/// <summary>All sentences for a person, in one place; none holds personal data.</summary>
internal static class BaresipText
{
    public const string OtherMachine =
        "baresip can place calls, but its control socket is not on this machine: everybody who reaches it can place calls and listen to what baresip tells.";

    public const string NotKeyed = "The number was called; the extension or the digits behind the pause were not keyed.";

    public static string? For(DialReason reason) => reason switch
    {
        DialReason.ModeNotSupported => "baresip places calls; it cannot show a number ready to be called.",
        DialReason.NoNumber => "The target names neither a number nor a SIP address.",
        DialReason.InvalidLink => "The SIP address names no host.",
        DialReason.NotExpressible => "baresip cannot be told to call this: a number with #, a sips: address or one with a password.",
        DialReason.ForbiddenText => "The address holds headers, or characters that baresip would take for something else.",
        DialReason.Unreachable => "baresip does not answer on its control socket; nothing was dialled.",
        DialReason.NotConfigured => "baresip does not have the account that is set; nothing was dialled.",
        DialReason.RefusedByBackEnd => "baresip refused the call.",
        DialReason.IdConflict => "Another call has the same id; make a new DialRequest for each call.",
        DialReason.Repeated => "This call was placed before and not placed again.",
        DialReason.Cancelled => "The call was cancelled when it was on its way, and there may be a call; look at the telephone before you dial again.",
        DialReason.TimedOut => "baresip did not answer in time, and there may be a call; look at the telephone before you dial again.",
        DialReason.Undecidable => "What baresip answered does not tell whether there is a call; look at the telephone before you dial again.",
        _ => null,
    };
}
