using System.Collections.ObjectModel;

namespace PhoneLink;

/// <summary>Makes the links that call people, by the format that a user prefers, without dialling: for web pages and lists.</summary>
/// <remarks>
/// Thread-safe when the resolver is. Preferences are resolved, and the clock is read, once for each call: a list of rows is one call.
/// A page that shows such a link lets the user's own machine open it; nothing is guarded or confirmed here.
/// </remarks>
public sealed class PhoneLinkExpander
{
    private readonly PreferenceResolver _preferences;
    private readonly TimeProvider _time;

    /// <summary>Makes an expander.</summary>
    /// <param name="preferences">Knows the user's format.</param>
    /// <param name="time">Tells which telephones are still valid; null for the system's clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="preferences"/> is null.</exception>
    public PhoneLinkExpander(PreferenceResolver preferences, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(preferences);
        _preferences = preferences;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Makes the links of all telephones that can be called, for a phone button or a contact card.</summary>
    /// <param name="subject">Whom to call.</param>
    /// <param name="scope">Whose format serves; null for <see cref="PreferenceScope.Current"/>.</param>
    /// <param name="cancellationToken">Ends the reading of preferences.</param>
    /// <returns>The telephones of <see cref="PhoneList.DialableAt"/>, in its order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<IReadOnlyList<PhoneLinkChoice>> ExpandAsync(CallSubject subject, PreferenceScope? scope = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Choices(await FormatAsync(scope, cancellationToken).ConfigureAwait(false), subject, _time.GetUtcNow());
    }

    /// <summary>Makes the link of one telephone, for a number that is a link itself.</summary>
    /// <param name="subject">Whom to call.</param>
    /// <param name="entry">The telephone; whether it is a fax or out of date is not asked.</param>
    /// <param name="scope">Whose format serves; null for <see cref="PreferenceScope.Current"/>.</param>
    /// <param name="cancellationToken">Ends the reading of preferences.</param>
    /// <returns>The telephone with its link; without one where it holds no number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="entry"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<PhoneLinkChoice> ExpandOneAsync(CallSubject subject, PhoneEntry entry, PreferenceScope? scope = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entry);
        return Choice(await FormatAsync(scope, cancellationToken).ConfigureAwait(false), subject, entry);
    }

    /// <summary>Makes the links of a list: for each row, those of all telephones that can be called.</summary>
    /// <param name="rows">Whom to call in each row.</param>
    /// <param name="scope">Whose format serves; null for <see cref="PreferenceScope.Current"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>As many lists as there are rows, in their order; a row without a telephone has an empty one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">A row is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<IReadOnlyList<IReadOnlyList<PhoneLinkChoice>>> ExpandAllAsync(
        IReadOnlyList<CallSubject> rows, PreferenceScope? scope = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var format = await FormatAsync(scope, cancellationToken).ConfigureAwait(false);
        var time = _time.GetUtcNow();
        var expanded = new IReadOnlyList<PhoneLinkChoice>[rows.Count];
        for (var i = 0; i < expanded.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            expanded[i] = Choices(format, rows[i] ?? throw new ArgumentException("A row is null.", nameof(rows)), time);
        }

        return Array.AsReadOnly(expanded);
    }

    private async ValueTask<PhoneLinkFormat> FormatAsync(PreferenceScope? scope, CancellationToken cancellationToken) =>
        (await _preferences.ResolveAsync(scope, cancellationToken).ConfigureAwait(false)).Format;

    private static ReadOnlyCollection<PhoneLinkChoice> Choices(PhoneLinkFormat format, CallSubject subject, DateTimeOffset time)
    {
        var entries = subject.Phones.DialableAt(time);
        var choices = new PhoneLinkChoice[entries.Count];
        for (var i = 0; i < choices.Length; i++)
            choices[i] = Choice(format, subject, entries[i]);

        return Array.AsReadOnly(choices);
    }

    private static PhoneLinkChoice Choice(PhoneLinkFormat format, CallSubject subject, PhoneEntry entry)
    {
        if (entry.Number is not { } number)
            return new(entry, null, new(ParseErrorKind.NoNumber, 0));

        format.TryExpand(number, subject, out var link, out var error);
        return new(entry, link, error);
    }
}
