namespace PhoneLink;

/// <summary>Makes of a number on file what a location dials, and of what was dialled the number again.</summary>
/// <remarks>
/// <para>
/// The steps are those of <see cref="DialStage"/>, always in their order: what the number is comes first, so that an emergency number, a short
/// code or an extension never gets a country code or a prefix.
/// </para>
/// Immutable and thread-safe, and never throws for any number.
/// </remarks>
public sealed class DialingRules
{
    private readonly DialPlan _plan;
    private readonly DialForms _forms;

    /// <summary>Makes the rules of a location.</summary>
    /// <param name="plan">The location's dial plan.</param>
    /// <param name="numbering">Knows the world's numbers; null for nobody, and then national numbers go out as their digits.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public DialingRules(DialPlan plan, INumberingPlan? numbering = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _forms = new(plan, numbering);
    }

    /// <summary>Makes of a number what is dialled.</summary>
    /// <param name="number">The number on file.</param>
    /// <returns>What is dialled, what it is, and each step.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    public DialledNumber Apply(PhoneNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var trace = new DialTrace(number);
        var sorted = new DialSorting(_plan, _forms, trace).Sort(number);
        var dialled = sorted.Number;
        if (sorted.IsExternal)
            dialled = dialled.Dialled(Suffixed(Ruled(sorted.Analysis, trace), trace));

        return new(WithExtension(dialled, trace), sorted.Analysis, trace.ToList());
    }

    /// <summary>Makes of what was dialled the canonical number, for logs and to look people up.</summary>
    /// <param name="dialled">What was dialled, for instance <see cref="DialledNumber.Number"/>.</param>
    /// <returns>The number without what <see cref="Apply"/> added; what it cannot take apart stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialled"/> is null.</exception>
    /// <remarks>What a rule dials tells the number again where <see cref="DialRule.IsReversible"/> says so; a dropped extension is lost.</remarks>
    public PhoneNumber Reverse(PhoneNumber dialled)
    {
        ArgumentNullException.ThrowIfNull(dialled);
        var number = _plan.ExtensionStyle is ExtensionStyle.Pause ? ExtensionKeys.Undo(dialled) : dialled;
        if (UndoRule(number.Digits) is { } ruled)
            return number.Dialled(ruled);

        var sorted = new DialSorting(_plan, _forms, new(number)).Sort(number);
        if (!sorted.IsExternal)
            return sorted.Analysis.Canonical;

        var digits = number.Digits;
        if (_plan.Suffix.Length > 0 && digits.Length > _plan.Suffix.Length && digits.EndsWith(_plan.Suffix, StringComparison.Ordinal))
            digits = digits.Remove(digits.Length - _plan.Suffix.Length);

        return sorted.Analysis.Canonical.Dialled(_forms.Undo(digits));
    }

    private string Ruled(NumberAnalysis analysis, DialTrace trace)
    {
        var digits = analysis.Canonical.Digits;
        foreach (var rule in _plan.Rules)
        {
            if (!rule.Pattern.IsMatch(digits.AsSpan()))
                continue;

            var ruled = rule.Apply(digits);
            if (ruled.Length is 0 or > PhoneNumber.MaxDigits)
                break;

            trace.Note(DialStage.Rule, ruled, DialNotes.Rule(rule) + (UndoRule(ruled) == digits ? "" : " " + DialNotes.Irreversible));
            return ruled;
        }

        trace.Pass(DialStage.Rule);
        return Formed(analysis, trace);
    }

    private string Formed(NumberAnalysis analysis, DialTrace trace)
    {
        var (digits, line) = (analysis.Canonical.Digits, _plan.OutsideLinePrefix);
        if (!analysis.Canonical.IsGlobal)
        {
            trace.Pass(DialStage.Form);
        }
        else if (_forms.KeepsPlus || !_forms.KnowsInternationalPrefix)
        {
            line = "";
            trace.Note(DialStage.Form, digits, _forms.KeepsPlus ? DialNotes.PlusKept : DialNotes.NoInternationalPrefix, warns: !_forms.KeepsPlus);
        }
        else
        {
            (digits, line, var note) = _forms.FormOf(analysis);
            trace.Note(DialStage.Form, digits, note);
        }

        return Added(DialStage.OutsideLine, digits, line + digits, trace);
    }

    private string Suffixed(string digits, DialTrace trace) => Added(DialStage.Suffix, digits, digits + _plan.Suffix, trace);

    /// <summary>Nothing is cut: what makes a number longer than any telephone takes is left out, and said.</summary>
    private static string Added(DialStage stage, string digits, string longer, DialTrace trace)
    {
        var fits = longer.Length <= PhoneNumber.MaxDigits;
        trace.Note(stage, fits ? longer : digits, fits ? null : DialNotes.TooLong, warns: !fits);
        return fits ? longer : digits;
    }

    private PhoneNumber WithExtension(PhoneNumber number, DialTrace trace)
    {
        var styled = number;
        var note = (string?)null;
        if (number.Extension is { } extension)
        {
            styled = ExtensionKeys.Apply(number, _plan.ExtensionStyle);
            note = _plan.ExtensionStyle switch
            {
                ExtensionStyle.Drop => DialNotes.ExtensionDropped,
                ExtensionStyle.Pause => styled.Extension is null ? DialNotes.ExtensionPaused : DialNotes.ExtensionUnkeyable,
                _ => DialNotes.ExtensionKept,
            };
        }

        trace.Note(DialStage.ExtensionStyle, number.Digits, note, warns: note is DialNotes.ExtensionDropped or DialNotes.ExtensionUnkeyable);
        return styled;
    }

    private string? UndoRule(string dialled)
    {
        foreach (var rule in _plan.Rules)
        {
            // Among rules that dial the same, the one that would have been used tells.
            if (rule.Undo(dialled) is { } digits && _plan.Rules.First(first => first.Pattern.IsMatch(digits.AsSpan())) == rule)
                return digits;
        }

        return null;
    }
}
