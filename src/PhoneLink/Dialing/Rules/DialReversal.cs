namespace PhoneLink;

/// <summary>The way back: from what was dialled to the canonical number.</summary>
internal sealed class DialReversal(DialLocation location)
{
    private readonly DialPlan _plan = location.Plan;

    /// <summary>The canonical number that was dialled.</summary>
    public PhoneNumber Undo(PhoneNumber dialled)
    {
        var number = _plan.ExtensionStyle is ExtensionStyle.Pause ? ExtensionKeys.Undo(dialled) : dialled;
        var sorted = Sort(number);

        // A star may stand before the number only because the line has one.
        if (number.IsServiceCode && number.Dialled(WithoutSuffix(number.Digits)) is var bare && Sort(bare) is { IsExternal: true } external)
            (number, sorted) = (bare, external);

        // A call for help, an extension or a number of another context is itself, whatever a rule might make of it.
        var isUnchanged = !sorted.IsExternal && !sorted.IsByLength;
        if (isUnchanged && !number.IsServiceCode)
            return sorted.Analysis.Canonical;

        var digits = WithoutSuffix(number.Digits);
        if (UndoRule(digits) is { } ruled)
            return number.Dialled(ruled);

        if (isUnchanged || number.IsGlobal || number.Context is not null)
            return sorted.Analysis.Canonical;

        return Best(number.Dialled(digits), sorted.IsByLength);
    }

    /// <summary>The canonical digits that were dialled.</summary>
    public string Undo(string dialled) => Undo(new PhoneNumber(dialled, dialled)).Digits;

    /// <summary>The digits that a rule dials as these.</summary>
    public string? UndoRule(string dialled)
    {
        foreach (var rule in _plan.Rules)
        {
            // Among rules that dial the same, the one that would have been used tells.
            if (rule.Undo(dialled) is { } digits && _plan.Rules.First(first => first.Pattern.IsMatch(digits.AsSpan())) == rule)
                return digits;
        }

        return null;
    }

    private SortedNumber Sort(PhoneNumber number) => new DialSorting(location, new(number)).Sort(number);

    /// <summary>The likeliest reading behind a line or without one; among equals the longest line, since what goes out has one.</summary>
    private PhoneNumber Best(PhoneNumber number, bool isShort)
    {
        DialReading? best = null;
        foreach (var line in location.Lines)
            if (DialLocation.BehindLine(number, line) is { } rest && location.Read(number.Dialled(rest)) is var reading && (reading.IsShortCode || !isShort) && !(best?.Certainty >= reading.Certainty))
                best = reading;

        if (isShort)
            return best?.Analysis.Canonical ?? number;

        var whole = location.Read(number);
        return (best?.Certainty >= whole.Certainty ? best.Value : whole).Analysis.Canonical;
    }

    private string WithoutSuffix(string digits) =>
        _plan.Suffix.Length > 0 && digits.Length > _plan.Suffix.Length && digits.EndsWith(_plan.Suffix, StringComparison.Ordinal)
            ? digits.Remove(digits.Length - _plan.Suffix.Length)
            : digits;
}
