namespace PhoneLink;

/// <summary>The layers that PhoneLink brings.</summary>
public static class TelephonyProviderBuilderExtensions
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromSeconds(3);

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

        return builder.Use((inner, services) =>
            new DuplicateGuard(inner, window ?? DefaultWindow, ClockOf(services)));
    }

    /// <summary>Adds the confirmation of calls that a link asks for, by the <see cref="IDialConfirmation"/> in the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>
    /// Calls with <see cref="DialCause.Link"/> are blocked when there is nobody to ask, or no answer within a minute; others pass without a
    /// question. Time is that of the <see cref="TimeProvider"/> in the services, else the system's.
    /// </remarks>
    public static TelephonyProviderBuilder UseConfirmation(this TelephonyProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(static (inner, services) => new Confirmation(inner, (IDialConfirmation?)services.GetService(typeof(IDialConfirmation)), ClockOf(services)));
    }

    /// <summary>Adds the confirmation of calls that a link asks for, by a function.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirm">Asks a person.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>Calls with another cause than <see cref="DialCause.Link"/> pass without a question. No answer within a minute is a no.</remarks>
    public static TelephonyProviderBuilder UseConfirmation(this TelephonyProviderBuilder builder, Func<DialRequest, CancellationToken, Task<bool>> confirm)
    {
        ArgumentNullException.ThrowIfNull(confirm);
        return builder.UseConfirmation(new DelegateConfirmation(confirm));
    }

    /// <summary>Adds the confirmation of calls that a link asks for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirmation">Asks a person.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>Calls with another cause than <see cref="DialCause.Link"/> pass without a question. No answer within a minute is a no.</remarks>
    public static TelephonyProviderBuilder UseConfirmation(this TelephonyProviderBuilder builder, IDialConfirmation confirmation)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(confirmation);
        return builder.Use((inner, services) => new Confirmation(inner, confirmation, ClockOf(services)));
    }

    /// <summary>Adds the layers that every host should have: the guard against double clicks, inside it the confirmation.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>In this order a double click on a link asks once.</remarks>
    public static TelephonyProviderBuilder UseDefaults(this TelephonyProviderBuilder builder) => builder.UseDuplicateGuard().UseConfirmation();

    /// <summary>Adds the layers that every host wants, and who is asked: the duplicate guard, and inside it the confirmation.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirm">Asks the person whether to place a call that a link asks for.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TelephonyProviderBuilder UseDefaults(this TelephonyProviderBuilder builder, Func<DialRequest, CancellationToken, Task<bool>> confirm) =>
        builder.UseDuplicateGuard().UseConfirmation(confirm);

    private static TimeProvider ClockOf(IServiceProvider services) => (TimeProvider?)services.GetService(typeof(TimeProvider)) ?? TimeProvider.System;
}
