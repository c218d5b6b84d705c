namespace PhoneLink;

/// <summary>Checks what no opener may see, and remembers what was launched; the same on every operating system.</summary>
internal sealed class CheckedLinkLauncher(ILinkLauncher inner, Func<SchemePolicy> policies, LaunchHistory history) : ILinkLauncher, ILaunchOutlook
{
    /// <summary>The longest time that the timers of all targets can wait.</summary>
    private static readonly TimeSpan LongestTimeLimit = TimeSpan.FromMilliseconds(int.MaxValue);

    public CheckedLinkLauncher(ILinkLauncher inner, SchemePolicy policy, LaunchHistory history)
        : this(inner, () => policy, history)
    {
    }

    public async Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);

        // Not left to the timer: it would throw when the handler has the link already, and the caller would take that for no call.
        if (timeLimit < TimeSpan.Zero || timeLimit > LongestTimeLimit)
            throw new ArgumentOutOfRangeException(nameof(timeLimit), "A time limit is not negative and at most 24 days.");

        cancellationToken.ThrowIfCancellationRequested();
        if (!Allows(link))
            return new(LaunchStatus.Refused);

        if (IsLastHop())
            return new(LaunchStatus.Loop);

        // Before the launch: the handler may be this program, and faster than the opener's end.
        history.Add(link.LoopKey);
        var result = await inner.LaunchAsync(link, timeLimit, cancellationToken).ConfigureAwait(false);
        if (result.Status is not (LaunchStatus.Started or LaunchStatus.Undecidable))
            history.Remove(link.LoopKey);

        return result;
    }

    /// <inheritdoc/>
    /// <remarks>Looks at the scheme alone: which web host or text a link will have is not known before there is one.</remarks>
    public LaunchOutlook Look(string scheme) =>
        !policies().Allows(scheme) ? new(LaunchStatus.Refused)
        : IsLastHop() ? new(LaunchStatus.Loop)
        : inner is ILaunchOutlook outlook ? outlook.Look(scheme)
        : new(LaunchStatus.Undecidable);

    /// <summary>Whether a link may be opened: a lenient link may hold spaces, and a policy may be narrower than the parser.</summary>
    public bool Allows(TelephonyUri link)
    {
        var policy = policies();
        var text = link.LaunchText.AsSpan();
        var rest = text.Slice(link.Scheme.Length + 1);
        return policy.Allows(link.Scheme)
            && (link.Scheme != UriSyntax.Https || (link is VendorUri { Host: { } host } && policy.AllowsHttpsHost(host)))
            && text.Length <= UriSyntax.MaxLength
            && UriText.FirstError(rest, 0).Kind is ParseErrorKind.None
            && DotSegments.Find(rest) < 0;
    }

    private static bool IsLastHop() => HopCount.Current >= HopCount.Limit;
}
