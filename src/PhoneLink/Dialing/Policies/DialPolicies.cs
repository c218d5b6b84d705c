namespace PhoneLink;

/// <summary>What to do with the calls that cost, change or reach more than others.</summary>
/// <remarks>
/// Immutable and thread-safe. Kinds and regions come from the <see cref="INumberingPlan"/>; without one only service codes are known. Emergency calls
/// of a person pass all of it; those that a link asks for are confirmed.
/// </remarks>
public sealed record DialPolicies
{
    /// <summary>Gets the policies that hold when a host says nothing.</summary>
    public static DialPolicies Default { get; } = new();

    /// <summary>Gets what to do with numbers of premium rate.</summary>
    /// <value><see cref="DialDecision.Confirm"/> by default.</value>
    public DialDecision PremiumRate { get; init; } = DialDecision.Confirm;

    /// <summary>Gets what to do with short codes, whose cost is not known.</summary>
    /// <value><see cref="DialDecision.Confirm"/> by default.</value>
    public DialDecision ShortCode { get; init; } = DialDecision.Confirm;

    /// <summary>Gets what to do with service codes, which begin with a star or hash and change settings in the network.</summary>
    /// <value><see cref="DialDecision.Confirm"/> by default.</value>
    public DialDecision ServiceCode { get; init; } = DialDecision.Confirm;

    /// <summary>Gets what to do with service codes that forward calls (3GPP TS 22.030 annex B: 21, 61, 62, 67, 002, 004).</summary>
    /// <value><see cref="DialDecision.Block"/> by default. Never laxer than <see cref="ServiceCode"/>.</value>
    public DialDecision CallForwarding { get; init; } = DialDecision.Block;

    /// <summary>Gets what to do with numbers in another region than <see cref="HomeRegions"/>.</summary>
    /// <value><see cref="DialDecision.Allow"/> by default.</value>
    public DialDecision OtherRegions { get; init; }

    /// <summary>Gets the regions, two letters each, that <see cref="OtherRegions"/> leaves alone.</summary>
    /// <value>Empty by default, which makes every region another one.</value>
    public IReadOnlyList<string> HomeRegions { get; init; } = [];

    /// <summary>Gets the regions, two letters each, to which no call goes, whatever else is set.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> BlockedRegions { get; init; } = [];

    /// <summary>Gets what tells that a person does not want to be called, by the call's subject and number; thread-safe.</summary>
    /// <value>By default <see langword="null"/>: nobody knows.</value>
    public Func<DialRequest, CancellationToken, ValueTask<bool>>? IsDoNotCall { get; init; }

    /// <summary>Gets what to do with persons who do not want to be called.</summary>
    /// <value><see cref="DialDecision.Confirm"/> by default.</value>
    public DialDecision DoNotCall { get; init; } = DialDecision.Confirm;
}
