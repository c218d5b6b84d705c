namespace PhoneLink;

/// <summary>How numbers are dialled at a location: where it is, which prefixes its lines want, and rules of its own.</summary>
/// <remarks>Immutable and thread-safe; made by an object initializer or of preferences (<see cref="FromPreferences"/>). By default numbers are dialled as they are.</remarks>
public sealed record DialPlan
{
    /// <summary>Gets the plan that changes nothing.</summary>
    public static DialPlan Default { get; } = new();

    /// <summary>Gets the region in which numbers are dialled, in capital letters.</summary>
    /// <value>By default <see langword="null"/>: not known, and national numbers stay as they are. Without an <see cref="INumberingPlan"/> it has no effect.</value>
    /// <exception cref="ArgumentException">The value is not an ISO 3166-1 code of two letters.</exception>
    public string? Region
    {
        get;
        init => field = value is null ? null : DialPlanText.IsRegion(value) ? value.ToUpperInvariant() : throw new ArgumentException("A region is an ISO 3166-1 code of two letters.", nameof(Region));
    }

    /// <summary>Gets the area code of the location, without national prefix.</summary>
    /// <value>Empty by default. Tells local from long-distance calls.</value>
    /// <exception cref="ArgumentException">The value holds something else than digits.</exception>
    public string AreaCode { get; init => field = DialPrefix.Checked(value, nameof(AreaCode)); } = "";

    /// <summary>Gets whether numbers of the own area are dialled without area code.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool OmitAreaCode { get; init; }

    /// <summary>Gets what gives a line to the outside.</summary>
    /// <value>Empty by default. Dialled before external numbers; never before extensions, emergency numbers, service codes and a plus, and never twice.</value>
    /// <exception cref="ArgumentException">The value holds something else than digits, <c>*</c> and <c>#</c>.</exception>
    public string OutsideLinePrefix { get; init => field = DialPrefix.Checked(value, nameof(OutsideLinePrefix)); } = "";

    /// <summary>Gets what gives a line for calls out of the own area and abroad.</summary>
    /// <value>By default <see langword="null"/>: as <see cref="OutsideLinePrefix"/>.</value>
    /// <exception cref="ArgumentException">The value holds something else than digits, <c>*</c> and <c>#</c>.</exception>
    public string? LongDistanceOutsideLinePrefix { get; init => field = value is null ? null : DialPrefix.Checked(value, nameof(LongDistanceOutsideLinePrefix)); }

    /// <summary>Gets what is dialled before national numbers.</summary>
    /// <value>By default <see langword="null"/>: as the numbering plan writes national numbers, those of North America without 1. Empty for nothing.</value>
    /// <exception cref="ArgumentException">The value holds something else than digits, <c>*</c> and <c>#</c>.</exception>
    public string? NationalPrefix { get; init => field = value is null ? null : DialPrefix.Checked(value, nameof(NationalPrefix)); }

    /// <summary>Gets what is dialled for abroad.</summary>
    /// <value>By default <see langword="null"/>: as the region does it. Empty is the same: a plus is never dropped without something in its place.</value>
    /// <exception cref="ArgumentException">The value holds something else than digits, <c>*</c> and <c>#</c>.</exception>
    public string? InternationalPrefix { get; init => field = string.IsNullOrEmpty(value) ? null : DialPrefix.Checked(value, nameof(InternationalPrefix)); }

    /// <summary>Gets what becomes of the plus of a global number.</summary>
    /// <value><see cref="PlusPolicy.Automatic"/> by default.</value>
    public PlusPolicy Plus { get; init; }

    /// <summary>Gets which numbers are extensions of the own PBX.</summary>
    /// <value>Empty by default. Extensions are dialled as they are, whatever else they look like, except emergency numbers that the numbering plan knows.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<DialPattern> Extensions { get; init => field = DialPlanText.Copy(value, nameof(Extensions)); } = [];

    /// <summary>Gets how many digits an external number has at least; shorter ones are internal.</summary>
    /// <value>5 by default. Where <see cref="Extensions"/> names extensions, short codes that the numbering plan knows go out all the same.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MinExternalLength
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(MinExternalLength), "A length is not negative.");
    } = 5;

    /// <summary>Gets what is dialled behind external numbers.</summary>
    /// <value>Empty by default. Not dialled behind a number with a plus, of which it would be a part.</value>
    /// <exception cref="ArgumentException">The value holds something else than digits, <c>*</c> and <c>#</c>.</exception>
    public string Suffix { get; init => field = DialPrefix.Checked(value, nameof(Suffix)); } = "";

    /// <summary>Gets how an extension behind a number is dialled.</summary>
    /// <value><see cref="PhoneLink.ExtensionStyle.Keep"/> by default.</value>
    public ExtensionStyle ExtensionStyle { get; init; }

    /// <summary>Gets rules of the location's own, which go before prefixes and forms: the first that matches decides what is dialled.</summary>
    /// <value>Empty by default. They look at external numbers in their canonical form.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<DialRule> Rules { get; init => field = DialPlanText.Copy(value, nameof(Rules)); } = [];

    /// <summary>Reads the plan of preferences, by the keys of <see cref="DialPreferenceKeys"/>.</summary>
    /// <param name="preferences">The preferences of a scope.</param>
    /// <returns>The plan; what is malformed is passed over, as everywhere in preferences.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="preferences"/> is null.</exception>
    public static DialPlan FromPreferences(PhonePreferences preferences)
    {
        ArgumentNullException.ThrowIfNull(preferences);
        return DialPreferenceKeys.Read(preferences);
    }
}
