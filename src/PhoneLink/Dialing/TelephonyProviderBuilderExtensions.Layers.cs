namespace PhoneLink;

/// <content>Telemetry, policies, journal, flood limit, dry run.</content>
public static partial class TelephonyProviderBuilderExtensions
{
    /// <summary>Adds activities and metrics with the names of <see cref="PhoneLinkDiagnostics"/>; belongs outermost.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>None of it holds a number, a name or an id. What a listener throws changes nothing.</remarks>
    public static TelephonyProviderBuilder UseTelemetry(this TelephonyProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseOwn(static (inner, services) => new TelemetryLayer(inner, ClockOf(services)));
    }

    /// <summary>Adds the policies: the <see cref="DialPolicies"/> in the services, else <see cref="DialPolicies.Default"/>, and every <see cref="IDialPolicy"/> in the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>What a policy doubts a person is asked about, by the confirmation, which belongs inside. See <see cref="DialPolicies"/>.</remarks>
    public static TelephonyProviderBuilder UsePolicies(this TelephonyProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseOwn(static (inner, services) => Policies(inner, (DialPolicies?)services.GetService(typeof(DialPolicies)) ?? DialPolicies.Default, services));
    }

    /// <summary>Adds policies, and every <see cref="IDialPolicy"/> in the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="policies">What to do with calls that cost, change or reach more than others.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TelephonyProviderBuilder UsePolicies(this TelephonyProviderBuilder builder, DialPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policies);
        return builder.UseOwn((inner, services) => Policies(inner, policies, services));
    }

    /// <summary>Adds the <see cref="ICallJournal"/> in the services; nothing where there is none.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>A call that cannot be noted is not placed. Belongs inside the confirmation: consent first, then the intent, then the dispatch.</remarks>
    public static TelephonyProviderBuilder UseJournal(this TelephonyProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseOwn(static (inner, services) =>
            (ICallJournal?)services.GetService(typeof(ICallJournal)) is { } journal ? new JournalLayer(inner, journal, JournalFailure.Block) : inner);
    }

    /// <summary>Adds a journal: intents before dispatch, outcomes after, and no id twice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="journal">The journal; several pipelines may share it.</param>
    /// <param name="failure">What to do with a call that cannot be noted; a person's call for help is placed in any case.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="journal"/> is null.</exception>
    public static TelephonyProviderBuilder UseJournal(this TelephonyProviderBuilder builder, ICallJournal journal, JournalFailure failure = JournalFailure.Block)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(journal);
        return builder.UseOwn((inner, _) => new JournalLayer(inner, journal, failure));
    }

    /// <summary>Adds a limit of how many calls a user places in a time; more are blocked, and told how long to wait.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="period">In how long.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> or <paramref name="period"/> is not positive.</exception>
    /// <remarks>A person's call for help is not counted and never blocked, and dry runs neither. Time is that of the <see cref="TimeProvider"/> in the services, else the system's.</remarks>
    public static TelephonyProviderBuilder UseFloodLimit(this TelephonyProviderBuilder builder, int calls, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (calls <= 0)
            throw new ArgumentOutOfRangeException(nameof(calls), "At least one call.");

        if (period <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(period), "A period is positive.");

        return builder.UseOwn((inner, services) => new FloodLimit(inner, calls, period, ClockOf(services)));
    }

    /// <summary>Makes every call a dry run: for demonstrations and rehearsals.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static TelephonyProviderBuilder UseDryRun(this TelephonyProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseOwn(static (inner, _) => new DryRunLayer(inner));
    }

    private static PolicyLayer Policies(ITelephonyProvider inner, DialPolicies policies, IServiceProvider services) =>
        new(inner, [new BuiltInPolicy(policies), .. (IEnumerable<IDialPolicy>?)services.GetService(typeof(IEnumerable<IDialPolicy>)) ?? []]);
}
