namespace PhoneLink;

/// <summary>An entry, and what became of it when its preference was resolved.</summary>
/// <param name="Entry">The entry; its value may be personal data.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Error">What is wrong with the text and where, repaired or not; <c>default</c> when nothing is.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> leaves the value out.</remarks>
public sealed record ExplainedPreference(PreferenceEntry Entry, PreferenceVerdict Verdict, ParseError Error)
{
    /// <summary>Returns level and verdict, for logs.</summary>
    /// <returns>For instance <c>User: Locked</c>.</returns>
    public override string ToString() =>
        $"{Entry.Level}: {Verdict}{(Error.Kind is ParseErrorKind.None ? "" : Verdict is PreferenceVerdict.Invalid ? $" ({Error.Kind})" : $" after repair ({Error.Kind})")}";
}
