namespace PhoneLink;

/// <summary>The entries of some sections, the least specific first, with what kept the source from reading anew.</summary>
internal sealed class SectionedEntries(IReadOnlyList<PreferenceEntry[]> sections, PreferenceProblem? problem) : KeyedEntries
{
    public override PreferenceProblem? Problem => problem;

    /// <summary>Makes the answer of a source; nothing is made of nothing.</summary>
    public static IReadOnlyList<PreferenceEntry> Of(IReadOnlyList<PreferenceEntry[]> sections, PreferenceProblem? problem) =>
        sections.Count == 0 && problem is null ? [] : new SectionedEntries(sections, problem);

    public override void Find(string key, List<PreferenceEntry> found)
    {
        for (var i = 0; i < sections.Count; i++)
            Find(sections[i], key, found);
    }

    protected override IReadOnlyList<PreferenceEntry> List() => [.. sections.SelectMany(static section => section)];
}
