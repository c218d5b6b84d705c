namespace PhoneLink;

/// <summary>All sentences about dialling, in one place; none holds personal data.</summary>
internal static partial class DialMessages
{
    public static string? For(DialReason reason) => reason switch
    {
        DialReason.None => null,
        DialReason.NoNumber => "The target names no telephone number.",
        DialReason.NotExpressible => "A link of the phone-link format cannot carry this number; set another format.",
        DialReason.InvalidLink => "The phone-link format makes no telephony link; set another format.",
        DialReason.ForbiddenScheme => "The scheme or web host of the phone-link format may not be used for calls; set another format.",
        DialReason.IdConflict => "Another call has the same id; make a new DialRequest for each call.",
        DialReason.ConfirmationMissing =>
            "This call must be confirmed by a person, because a link asks for it or a policy doubts it: register who asks with AddPhoneLink().ConfirmWith(...), or pass it to UseDefaults(...) or UseConfirmation(...).",
        DialReason.ConfirmationFailed => "Nobody could be asked to confirm the call, so it was not placed: the registered confirmation threw an exception.",
        DialReason.Declined => "The call was declined.",
        DialReason.NoAnswer => "Nobody answered the question whether to place the call, so it was not placed.",
        DialReason.NotInteractive => "There is no desktop here that could open a link; let the user's own machine open it, or use a provider that needs no desktop.",
        DialReason.NoHandler => "No program on this machine opens such links; install or register one, or set another phone-link format.",
        DialReason.NoOpener => "This system has no tool that opens links.",
        DialReason.Refused => "The link may not be opened: its scheme or web host is not allowed.",
        DialReason.Loop => "The link would come back to this program; set another phone-link format, or register another handler.",
        DialReason.Undecidable => "It cannot be told whether there is a call; look at the telephone before you dial again.",
        DialReason.PreferencesFailed => "The preferences could not be read, so nothing was dialled: a preference source threw an exception.",
        DialReason.ProviderFailed => "The telephony provider failed, and there may be a call; look at the telephone before you dial again.",
        DialReason.Cancelled => "The call was cancelled when it was on its way, and there may be a call; look at the telephone before you dial again.",
        DialReason.Repeated => "This call was placed a moment ago and not placed again.",
        DialReason.UnknownParameter => "The link demands a mandatory parameter (m-...) that is not known, so it may not be dialled.",
        DialReason.NotAllowed => "Calls to such numbers are not allowed here.",
        DialReason.EmergencyNotSupported => "This telephone system would call for help from another place; use your own telephone.",
        DialReason.ModeNotSupported => "The telephone cannot be used in this way; choose another provider.",
        DialReason.PolicyFailed => "Whether the call is allowed could not be found out, so it was not placed: a policy threw an exception.",
        DialReason.RouteFailed => "Which telephone gets the call could not be found out, so it was not placed: a route threw an exception.",
        DialReason.TooManyCalls => "Too many calls were placed in a short time; wait a moment.",
        DialReason.JournalUnavailable => "The journal of calls cannot be written, so the call was not placed.",
        DialReason.InDoubt => "A program ended while it placed this call, and there may be one; look at the telephone before you dial again.",
        DialReason.NotConfigured => "The telephony provider is not set up.",
        DialReason.Unreachable => "The telephone system does not answer; nothing was dialled.",
        DialReason.RefusedByBackEnd => "The telephone system refused the call.",
        DialReason.BackEndBusy => "The telephone system takes no calls at the moment.",
        DialReason.TimedOut => "The telephone system did not answer in time, and there may be a call; look at the telephone before you dial again.",
        DialReason.InvalidNumber => "The telephone system does not take this number.",
        DialReason.ForbiddenText => "A field of the call holds characters that the telephone system could take for something else.",
        DialReason.NotRunning => "The program that carries out the calls does not run; start it.",
        DialReason.VersionMismatch => "The program that carries out the calls is older or newer than this one; bring both up to date.",
        _ => null,
    };

    public static string NoHandler(string scheme) =>
        $"No program on this machine opens '{scheme}:' links; install or register one for this scheme, or set another phone-link format.";

    public static string NoProgram(string name) => $"The program '{name}' cannot be started: it is not there, or this user may not run it.";

    public static string WouldStart(string name, int arguments) => $"The program '{name}' would be started with {arguments} {(arguments == 1 ? "argument" : "arguments")}.";

    public const string NoRequest = "The request for this telephone system cannot carry this call: a value is too long, or would change the path.";

    public static string WouldSend(string method, string origin) => $"A {method} request would be sent to '{origin}'.";

    public static string NotExpressible(string scheme, ParseError error) =>
        $"The phone-link format for '{scheme}:' links cannot carry this call; set another format. {error.Message}";
}
