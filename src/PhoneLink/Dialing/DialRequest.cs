namespace PhoneLink;

/// <summary>Whom to call and how.</summary>
/// <remarks>
/// Immutable but for the mark of <see cref="MarkDispatching"/>, and thread-safe. A copy by <c>with</c> is the same call; a redial is a new
/// request. <see cref="ToString"/> is masked.
/// </remarks>
public sealed record DialRequest
{
    /// <summary>The longest time that the timers of all targets can wait.</summary>
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly DispatchMark _mark = new();

    /// <summary>Makes a request to call what a link names.</summary>
    /// <param name="target">The link.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <remarks>A link that came from outside needs <see cref="Cause"/> = <see cref="DialCause.Link"/>.</remarks>
    public DialRequest(TelephonyUri target) => Target = target;

    /// <summary>Makes a request to call a number.</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    public DialRequest(PhoneNumber number)
        : this(new TelUri(number))
    {
    }

    /// <summary>Gets whom to call; personal data.</summary>
    /// <value>A copy with a target of its own has no <see cref="Analysis"/>, unless that is set behind it.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TelephonyUri Target
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Target));
            field = value;
            Analysis = null;
        }
    }

    /// <summary>Gets the id of the call, by which a repetition is told from a new call.</summary>
    /// <value>A new id by default. A copy with another id is another call: its mark is not set.</value>
    /// <exception cref="ArgumentException">The value is <c>default</c>.</exception>
    public CallId CallId
    {
        get;
        init
        {
            if (value == default)
                throw new ArgumentException("A call needs an id; CallId.New() makes one.", nameof(CallId));

            if (value == field)
                return;

            field = value;
            _mark = new();
        }
    } = CallId.New();

    /// <summary>Gets how far the dial goes.</summary>
    /// <value><see cref="DialMode.Place"/> by default.</value>
    public DialMode Mode { get; init; }

    /// <summary>Gets why the call is asked for.</summary>
    /// <value><see cref="DialCause.User"/> by default. A copy can only be stricter: a laxer value is ignored.</value>
    public DialCause Cause
    {
        get;
        init => field = value > field ? value : field;
    }

    /// <summary>Gets whom the call is about, or <see langword="null"/>; personal data.</summary>
    public CallSubject? Subject { get; init; }

    /// <summary>Gets whose preferences serve.</summary>
    /// <value>By default <see langword="null"/>, which is <see cref="PreferenceScope.Current"/>.</value>
    public PreferenceScope? Scope { get; init; }

    /// <summary>Gets what the number is, or <see langword="null"/> when nobody looked yet; <see cref="DialingRules"/> do.</summary>
    /// <value>By default <see langword="null"/>. The rules leave a request alone that has an analysis: its target is dialled as it is.</value>
    public NumberAnalysis? Analysis { get; init; }

    /// <summary>Gets the caller's own telephone or line, as the provider names it, or <see langword="null"/> for its default.</summary>
    public string? Device { get; init; }

    /// <summary>Gets the number that the called party shall see, or <see langword="null"/> for the provider's default.</summary>
    public PhoneNumber? CallerId { get; init; }

    /// <summary>Gets what speaks against placing the call without a question; the confirmation layer asks a person when there is something.</summary>
    /// <value>Empty by default. A copy can only have more: what was there stays.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<DialConcern> Concerns
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Concerns));
            field = Array.AsReadOnly([.. field.Union(value)]);
        }
    } = [];

    /// <summary>Gets the name of the provider that will get the call, for who is asked to confirm it; <see langword="null"/> when there is only one, or it cannot be told.</summary>
    /// <value>Set by the confirmation layer; it chooses no provider.</value>
    public string? ProviderName { get; init; }

    /// <summary>Gets how long to wait for the back end's answer that it has the call.</summary>
    /// <value>10 seconds by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public TimeSpan AcceptTimeout
    {
        get;
        init => field = Checked(value, nameof(AcceptTimeout));
    } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how long the caller's own telephone rings, where the back end calls that first.</summary>
    /// <value>15 seconds by default; for providers that can choose it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public TimeSpan DeviceTimeout
    {
        get;
        init => field = Checked(value, nameof(DeviceTimeout));
    } = TimeSpan.FromSeconds(15);

    /// <summary>Gets how long the called party's telephone rings.</summary>
    /// <value>30 seconds by default; for providers that can choose it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public TimeSpan AnswerTimeout
    {
        get;
        init => field = Checked(value, nameof(AnswerTimeout));
    } = TimeSpan.FromSeconds(30);

    /// <summary>Gets whether only to find out what would be dialled.</summary>
    /// <value><see langword="false"/> by default. A dry run is asked for confirmation like a call.</value>
    public bool DryRun { get; init; }

    /// <summary>Gets whether <see cref="MarkDispatching"/> was called for this call.</summary>
    internal bool IsDispatching => _mark.IsSet;

    /// <summary>Marks the point of no return: from here on the back end may have the call.</summary>
    /// <remarks>
    /// For providers, which call it right before they dispatch. It holds for all copies with the same <see cref="CallId"/> and does not count
    /// in equality. Afterwards an exception, or <see cref="DialStatus.NotDispatched"/>, counts as <see cref="DialStatus.Ambiguous"/>.
    /// </remarks>
    public void MarkDispatching() => _mark.Set();

    /// <summary>Returns the masked target and how it is dialled, for logs.</summary>
    /// <returns>For instance <c>Place tel:+********00 for User</c>.</returns>
    public override string ToString() => $"{Mode} {Target} for {Cause}{(DryRun ? ", dry run" : "")}";

    private static TimeSpan Checked(TimeSpan timeout, string name) => timeout > TimeSpan.Zero && timeout <= LongestTimeout
        ? timeout
        : throw new ArgumentOutOfRangeException(name, "A time-out is positive and at most 24 days.");
}
