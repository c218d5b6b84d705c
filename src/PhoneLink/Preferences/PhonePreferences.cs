namespace PhoneLink;

/// <summary>The preferences of one scope at one moment.</summary>
/// <remarks>Immutable and thread-safe: later changes show in the next <see cref="PreferenceResolver.ResolveAsync"/>.</remarks>
public sealed class PhonePreferences
{
    /// <summary>Least binding first: of two entries of one level the later wins.</summary>
    private readonly IReadOnlyList<PreferenceEntry>[] _sources;

    private readonly FormatCache _formats;

    internal PhonePreferences(IReadOnlyList<PreferenceEntry>[] sources, FormatCache formats) => (_sources, _formats) = (sources, formats);

    /// <summary>Gets the phone-link format.</summary>
    /// <value>The most specific valid one, by default <c>tel:%p</c>.</value>
    public PhoneLinkFormat Format => field ??= Get(PhonePreferenceKeys.Format);

    /// <summary>Gets what keeps stored preferences from serving as they were stored: those that PhoneLink itself reads, and sources that failed.</summary>
    /// <value>Empty when nothing does. What is less specific than the value that serves is not looked at; <see cref="Explain"/> has it.</value>
    public IReadOnlyList<PreferenceProblem> Problems => field ??= FindProblems();

    /// <summary>Gets a preference: the most specific value that its parser accepts and no lock keeps from counting.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The value, or the key's default when no level has a valid one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public T Get<T>(PreferenceKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (ranking, parser) = (Rank(key.Name, key.MaxLevel), ParserOf(key));
        for (var i = 0; i < ranking.Count; i++)
            if (ranking.Judge(ranking[i], parser, out var value, out _) is PreferenceVerdict.Serves)
                return value!;

        return key.Default;
    }

    /// <summary>Says where a preference's value comes from, and what lost and why.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public PreferenceExplanation Explain<T>(PreferenceKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (ranking, parser) = (Rank(key.Name, key.MaxLevel), ParserOf(key));
        var entries = new ExplainedPreference[ranking.Count];
        PreferenceLevel? level = null;
        for (var i = 0; i < entries.Length; i++)
        {
            var verdict = ranking.Judge(ranking[i], parser, out _, out var error);
            if (verdict is PreferenceVerdict.Serves && level is not null)
                verdict = ranking[i].Level == level ? PreferenceVerdict.Overridden : PreferenceVerdict.LessSpecific;

            if (verdict is PreferenceVerdict.Serves)
                level = ranking[i].Level;

            entries[i] = new(ranking[i], verdict, error);
        }

        return new(key.Name, level ?? PreferenceLevel.Default, ranking.LockedAt, entries);
    }

    /// <summary>Adds what keeps stored values of a key from serving; for keys that another folder declares.</summary>
    internal void FindProblems<T>(PreferenceKey<T> key, ref List<PreferenceProblem>? problems) => FindProblems(key.Name, key.MaxLevel, key.Parser, ref problems);

    private PreferenceProblem[] FindProblems()
    {
        List<PreferenceProblem>? problems = null;
        foreach (var source in _sources)
            if (source is KeyedEntries { Problem: { } problem })
                (problems ??= []).Add(problem);

        FindProblems(PhonePreferenceKeys.Format.Name, PreferenceLevel.Machine, _formats.FormatParser, ref problems);
        FindProblems(PhonePreferenceKeys.AllowedHosts, PreferenceLevel.System, _formats.HostsParser, ref problems);
        return problems is null ? [] : [.. problems];
    }

    private void FindProblems<T>(string key, PreferenceLevel maxLevel, PreferenceParser<T> parser, ref List<PreferenceProblem>? problems)
    {
        var ranking = Rank(key, maxLevel);
        var served = false;
        for (var i = 0; i < ranking.Count; i++)
        {
            var entry = ranking[i];
            if (!served)
            {
                var verdict = ranking.Judge(entry, parser, out _, out var error);
                served = verdict is PreferenceVerdict.Serves;
                if (KindOf(verdict, error) is { } kind)
                    (problems ??= []).Add(new(kind, key, entry.Level, error));
            }

            if (entry is { LockedAt: not null, LockCounts: false, IsForeign: false } && !(entry.Level > ranking.LockedAt))
                (problems ??= []).Add(new(PreferenceProblemKind.LockIgnored, key, entry.Level, default));
        }
    }

    private static PreferenceProblemKind? KindOf(PreferenceVerdict verdict, ParseError error) => verdict switch
    {
        PreferenceVerdict.Serves => error.Kind is ParseErrorKind.None ? null : PreferenceProblemKind.Repaired,
        PreferenceVerdict.Locked => PreferenceProblemKind.Locked,
        PreferenceVerdict.NotAllowed => PreferenceProblemKind.NotAllowed,
        _ => PreferenceProblemKind.Invalid,
    };

    private PreferenceRanking Rank(string key, PreferenceLevel maxLevel)
    {
        var found = new List<PreferenceEntry>();
        foreach (var source in _sources)
            KeyedEntries.Find(source, key, found);

        return new(found, maxLevel);
    }

    /// <summary>The host's own variables and web hosts belong to the resolver, not to the key that all share.</summary>
    private PreferenceParser<T> ParserOf<T>(PreferenceKey<T> key) =>
        ReferenceEquals(key, PhonePreferenceKeys.Format) ? (PreferenceParser<T>)(object)_formats.FormatParser : key.Parser;
}
