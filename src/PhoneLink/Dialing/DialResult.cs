namespace PhoneLink;

/// <summary>What is known about a call.</summary>
/// <param name="Status">What is known.</param>
/// <param name="CallId">The id of the request that this answers.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> is masked and prints no ids.</remarks>
public sealed record DialResult(DialStatus Status, CallId CallId)
{
    /// <summary>Gets why the call has its status.</summary>
    /// <value><see cref="DialReason.None"/> by default.</value>
    public DialReason Reason { get; init; }

    /// <summary>Gets a sentence for a person, in English and without personal data, or <see langword="null"/>.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the back end's own code, or <see langword="null"/> when there was none.</summary>
    public int? NativeCode { get; init; }

    /// <summary>Gets the link that was, or would be, opened, or <see langword="null"/>; personal data.</summary>
    public TelephonyUri? Link { get; init; }

    /// <summary>Gets the id of the call whose outcome this repeats, or <see langword="null"/> when the request was carried out itself.</summary>
    /// <value>Equal to <see cref="CallId"/> when one request was dialled twice.</value>
    public CallId? OriginalCallId { get; init; }

    /// <summary>Gets what kept stored preferences from serving as they were stored: a format that was repaired, passed over or locked out.</summary>
    /// <value>Empty by default. For logs and for the administrator; the call went out all the same.</value>
    public IReadOnlyList<PreferenceProblem> PreferenceProblems { get; init; } = [];

    /// <summary>Gets the steps by which the number on file became what was, or would be, dialled; personal data.</summary>
    /// <value>Empty without <see cref="TelephonyProviderBuilderExtensions.UseDialingRules(TelephonyProviderBuilder)"/>, and for targets that they leave alone.</value>
    public IReadOnlyList<DialStep> Steps { get; init; } = [];

    /// <summary>Gets the name of the provider that answered, or <see langword="null"/> when it has none.</summary>
    /// <value>The name that it was added with.</value>
    public string? ProviderName { get; init; }

    /// <summary>Gets which route chose the provider, for logs, or <see langword="null"/> without routes.</summary>
    public string? Route { get; init; }

    /// <summary>Gets the back end's id of the call, or <see langword="null"/> when it gave none.</summary>
    public string? ProviderCallId { get; init; }

    /// <summary>Gets how long to wait before a call can be placed again, or <see langword="null"/> when that is not what keeps it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets whether the caller cancelled when the call could not be taken back any more.</summary>
    public bool IsCancellationIgnored { get; init; }

    /// <summary>Gets the providers that were tried before the one that answered, in order; each of them proved that nothing left it.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<DialAttempt> Attempts { get; init; } = [];

    /// <summary>Gets whether there may be a call: a caller must not dial again without asking a person.</summary>
    public bool CallMayExist => Status is DialStatus.HandedOff or DialStatus.Accepted or DialStatus.Ambiguous or DialStatus.Duplicate;

    /// <summary>Returns the status, the reason and the masked link, for logs.</summary>
    /// <returns>For instance <c>HandedOff tel:+********00</c>.</returns>
    public override string ToString() =>
        $"{Status}{(Reason is DialReason.None ? "" : $" ({Reason})")}{(Link is null ? "" : $" {Link}")}{(OriginalCallId is null ? "" : ", repeated")}";

    internal static DialResult For(DialRequest request, DialStatus status, DialReason reason, string? message = null) =>
        new(status, request.CallId) { Reason = reason, Message = message ?? DialMessages.For(reason) };
}
