namespace PhoneLink;

/// <summary>The names of what PhoneLink tells OpenTelemetry and other listeners; none of it holds a number, a name or an id.</summary>
/// <remarks>They are stable: a change is a breaking change.</remarks>
public static class PhoneLinkDiagnostics
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string SourceName = "PhoneLink";

    /// <summary>The activity of a dial, from the host's call to the result.</summary>
    public const string DialActivity = "phonelink.dial";

    /// <summary>The activity of one provider in a dial.</summary>
    public const string ProviderActivity = "phonelink.provider.dial";

    /// <summary>Counts dials by <see cref="Provider"/>, <see cref="Status"/> and <see cref="Reason"/>.</summary>
    public const string Dials = "phonelink.dials";

    /// <summary>How long a dial takes to its result, in seconds.</summary>
    public const string DialDuration = "phonelink.dial.duration";

    /// <summary>Counts calls that another provider was asked for, by <see cref="Provider"/>: the one that could not.</summary>
    public const string Fallbacks = "phonelink.fallbacks";

    /// <summary>Counts what the journal could not note.</summary>
    public const string JournalFailures = "phonelink.journal.failures";

    /// <summary>How many calls are under way, of providers that publish events.</summary>
    public const string ActiveCalls = "phonelink.calls.active";

    /// <summary>How long a call takes from its first event until both talk, in seconds.</summary>
    public const string SetupDuration = "phonelink.call.setup.duration";

    /// <summary>Counts calls that are over, by <see cref="EndReason"/>.</summary>
    public const string EndedCalls = "phonelink.calls.ended";

    /// <summary>The attribute with the provider's name.</summary>
    public const string Provider = "phonelink.provider.name";

    /// <summary>The attribute with the <see cref="DialStatus"/>.</summary>
    public const string Status = "phonelink.dial.status";

    /// <summary>The attribute with the <see cref="DialReason"/>.</summary>
    public const string Reason = "phonelink.dial.reason";

    /// <summary>The attribute with the <see cref="DialMode"/>.</summary>
    public const string Mode = "phonelink.dial.mode";

    /// <summary>The attribute with the <see cref="DialCause"/>.</summary>
    public const string Cause = "phonelink.dial.cause";

    /// <summary>The attribute with the scheme of the target.</summary>
    public const string Scheme = "phonelink.target.scheme";

    /// <summary>The attribute with the <see cref="CallEndReason"/>.</summary>
    public const string EndReason = "phonelink.end_reason";
}
