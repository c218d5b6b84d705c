namespace PhoneLink;

/// <summary>The layers that PhoneLink brings.</summary>
public static partial class TelephonyProviderBuilderExtensions
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromSeconds(3);

    /// <summary>Adds the dialling rules of the user's location, by the preferences and the <see cref="INumberingPlan"/> in the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>
    /// The preferences are those of <see cref="DialPreferenceKeys"/>; without a <see cref="PreferenceResolver"/> nothing is prefixed, and without a
    /// numbering plan a national number goes out as its digits. Links of <c>sip:</c> and targets without a number stay as they are.
    /// </remarks>
    public static TelephonyProviderBuilder UseDialingRules(this TelephonyProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseOwn(static (inner, services) => new RuleLayer(inner, null, (PreferenceResolver?)services.GetService(typeof(PreferenceResolver)), NumberingOf(services)));
    }

    /// <summary>Adds the dialling rules of one location for everybody.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="plan">The location's dial plan.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>The <see cref="INumberingPlan"/> is the one in the services, if there is one.</remarks>
    public static TelephonyProviderBuilder UseDialingRules(this TelephonyProviderBuilder builder, DialPlan plan)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(plan);
        return builder.UseOwn((inner, services) => new RuleLayer(inner, plan, null, NumberingOf(services)));
    }

    /// <summary>Adds the guard against double clicks: a call that may exist is not placed again.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="window">How long the same user cannot call the same target again; null for 3 seconds, zero to fold only clicks at the same time.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is negative.</exception>
    /// <remarks>
    /// Of the database and the user, the number, its extension, context and post-dial digits all must be the same. Ids of calls are remembered for 10 minutes,
    /// 10,000 at most, in this process only. Calls of a person to an emergency number are never held back. Time is that of the
    /// <see cref="TimeProvider"/> in the services, else the system's.
    /// </remarks>
    public static TelephonyProviderBuilder UseDuplicateGuard(this TelephonyProviderBuilder builder, TimeSpan? window = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (window < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(window), "A window is not negative.");

        return builder.UseOwn((inner, services) =>
            new DuplicateGuard(inner, window ?? DefaultWindow, ClockOf(services)));
    }

    /// <summary>Adds the confirmation of calls that a link asks for or a policy doubts, by the <see cref="IDialConfirmation"/> in the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>
    /// Calls with <see cref="DialCause.Link"/> or <see cref="DialRequest.Concerns"/> are blocked when there is nobody to ask, or no answer within a minute; others pass without a
    /// question. Time is that of the <see cref="TimeProvider"/> in the services, else the system's.
    /// </remarks>
    public static TelephonyProviderBuilder UseConfirmation(this TelephonyProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseOwn(static (inner, services) => new Confirmation(inner, (IDialConfirmation?)services.GetService(typeof(IDialConfirmation)), ClockOf(services)));
    }

    /// <summary>Adds the confirmation of calls that a link asks for or a policy doubts, by a function.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirm">Asks a person.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>Calls with another cause than <see cref="DialCause.Link"/> and without <see cref="DialRequest.Concerns"/> pass without a question. No answer within a minute is a no.</remarks>
    public static TelephonyProviderBuilder UseConfirmation(this TelephonyProviderBuilder builder, Func<DialRequest, CancellationToken, Task<bool>> confirm)
    {
        ArgumentNullException.ThrowIfNull(confirm);
        return builder.UseConfirmation(new DelegateConfirmation(confirm));
    }

    /// <summary>Adds the confirmation of calls that a link asks for or a policy doubts.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirmation">Asks a person.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>Calls with another cause than <see cref="DialCause.Link"/> and without <see cref="DialRequest.Concerns"/> pass without a question. No answer within a minute is a no.</remarks>
    public static TelephonyProviderBuilder UseConfirmation(this TelephonyProviderBuilder builder, IDialConfirmation confirmation)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(confirmation);
        return builder.UseOwn((inner, services) => new Confirmation(inner, confirmation, ClockOf(services)));
    }

    /// <summary>Adds the layers that every host should have, outermost first: dialling rules, guard against double clicks, policies, confirmation, journal.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>
    /// In this order a double click on a link asks once, whichever way the number is written, who is asked sees what is dialled, and only a call
    /// with consent is noted. Without an <see cref="ICallJournal"/> in the services there is no journal.
    /// </remarks>
    public static TelephonyProviderBuilder UseDefaults(this TelephonyProviderBuilder builder) =>
        builder.UseDialingRules().UseDuplicateGuard().UsePolicies().UseConfirmation().UseJournal();

    /// <summary>Adds the layers that every host should have, and who is asked; see <see cref="UseDefaults(TelephonyProviderBuilder)"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirm">Asks the person whether to place a call that a link asks for, or that a policy doubts.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TelephonyProviderBuilder UseDefaults(this TelephonyProviderBuilder builder, Func<DialRequest, CancellationToken, Task<bool>> confirm) =>
        builder.UseDialingRules().UseDuplicateGuard().UsePolicies().UseConfirmation(confirm).UseJournal();

    private static INumberingPlan? NumberingOf(IServiceProvider services) => (INumberingPlan?)services.GetService(typeof(INumberingPlan));

    internal static TimeProvider ClockOf(IServiceProvider services) => (TimeProvider?)services.GetService(typeof(TimeProvider)) ?? TimeProvider.System;
}
