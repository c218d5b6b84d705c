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
    private readonly DialLocation _location;
    private readonly DialReversal _reversal;
    private readonly DialForms _forms;

    /// <summary>Makes the rules of a location.</summary>
    /// <param name="plan">The location's dial plan.</param>
    /// <param name="numbering">Knows the world's numbers; null for nobody, and then national numbers go out as their digits.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public DialingRules(DialPlan plan, INumberingPlan? numbering = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _location = new(plan, numbering);
        _reversal = new(_location);
        _forms = new(_location, _reversal);
    }

    /// <summary>Makes of a number what is dialled.</summary>
    /// <param name="number">The number on file.</param>
    /// <returns>What is dialled, what it is, and each step.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    public DialledNumber Apply(PhoneNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var trace = new DialTrace(number);
        var sorted = new DialSorting(_location, trace).Sort(number);
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
        return _reversal.Undo(dialled);
    }

    private string Ruled(NumberAnalysis analysis, DialTrace trace)
    {
        var digits = analysis.Canonical.Digits;
        for (var i = 0; i < _plan.Rules.Count; i++)
        {
            if (!_plan.Rules[i].Pattern.IsMatch(digits.AsSpan()))
                continue;

            var ruled = _plan.Rules[i].Apply(digits);
            if (Objection(ruled) is { } objection)
            {
                trace.Note(DialStage.Rule, digits, objection, warns: true);
                return Formed(analysis, trace);
            }

            trace.Note(DialStage.Rule, ruled, DialNotes.Rule(i, _reversal.UndoRule(ruled) == digits));
            return ruled;
        }

        trace.Pass(DialStage.Rule);
        return Formed(analysis, trace);
    }

    private string? Objection(string ruled) =>
        !PhoneNumber.IsDialled(ruled) ? DialNotes.RuleDialsNoNumber
        : _location.IsEmergency(ruled) ? DialNotes.RuleDialsEmergency
        : null;

    private string Formed(NumberAnalysis analysis, DialTrace trace)
    {
        var digits = analysis.Canonical.Digits;
        if (!analysis.Canonical.IsGlobal)
        {
            trace.Pass(DialStage.Form);
            return Added(DialStage.OutsideLine, digits, _plan.OutsideLinePrefix + digits, trace);
        }

        var keepsPlus = _plan.Plus is PlusPolicy.Keep || (_plan.Plus is PlusPolicy.Automatic && _location.Lines.Count == 0);
        var form = keepsPlus ? null : _forms.Find(analysis);
        if (form is not { } found || found.Line.Length + found.Digits.Length > PhoneNumber.MaxDigits)
        {
            trace.Note(DialStage.Form, digits, keepsPlus ? DialNotes.PlusKept : form is null ? DialNotes.NoInternationalPrefix : DialNotes.TooLong, warns: !keepsPlus);
            trace.Pass(DialStage.OutsideLine);
            return digits;
        }

        trace.Note(DialStage.Form, found.Digits, found.Note, found.Warns);
        return Added(DialStage.OutsideLine, found.Digits, found.Line + found.Digits, trace);
    }

    /// <summary>Behind a plus a suffix would be a part of the number (RFC 3966 §3).</summary>
    private string Suffixed(string digits, DialTrace trace) =>
        Added(DialStage.Suffix, digits, digits[0] == '+' ? digits : digits + _plan.Suffix, trace);

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
}
