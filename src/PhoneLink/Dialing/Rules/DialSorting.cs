namespace PhoneLink;

/// <summary>Finds out what a number is, before anything is changed about it.</summary>
internal readonly struct DialSorting(DialPlan plan, DialForms forms, DialTrace trace)
{
    /// <summary>Sorts a number.</summary>
    public SortedNumber Sort(PhoneNumber number) =>
        FindEmergency(number) ?? FindUnchanged(number) ?? FindShort(number) ?? FindExternal(number);

    /// <summary>Before anything else, also behind an outside line prefix, and also where the prefix stands before a pause.</summary>
    private SortedNumber? FindEmergency(PhoneNumber number)
    {
        var isExtension = forms.IsExtension(number.Digits);
        if (forms.Analyze(number) is { Canonical.IsGlobal: false, Kind: NumberKind.Emergency } emergency)
            return Unchanged(DialStage.Emergency, number, emergency, DialNotes.Emergency);

        if (!isExtension && EmergencyNumbers.Contains(number) && !forms.KnowsRegion)
            return Unchanged(DialStage.Emergency, number, new(number, new NumberDetails(NumberKind.Unknown)), DialNotes.EmergencyFloor);

        foreach (var line in forms.Lines)
        {
            if (isExtension || BehindLine(number, line) is not { } digits)
                continue;

            var bare = new PhoneNumber(number.Text, digits);
            if (forms.Analyze(bare) is { Canonical.IsGlobal: false, Kind: NumberKind.Emergency } behind)
                return Unchanged(DialStage.Emergency, bare, behind, DialNotes.Emergency);

            if (!forms.KnowsRegion && EmergencyNumbers.Contains(bare))
                return Unchanged(DialStage.Emergency, new(number.Text, line + digits), new(bare, new NumberDetails(NumberKind.Unknown)), DialNotes.EmergencyFloor);
        }

        trace.Pass(DialStage.Emergency);
        return null;
    }

    private SortedNumber? FindUnchanged(PhoneNumber number)
    {
        if (number.IsServiceCode)
            return Unchanged(DialStage.ServiceCode, number, new(number, new NumberDetails(NumberKind.ServiceCode)), DialNotes.ServiceCode);

        trace.Pass(DialStage.ServiceCode);
        if (number.Context is { } context && !(context[0] == '+' && forms.Analyze(number).Canonical.IsGlobal))
            return Local(DialStage.Context, number, DialNotes.Domain);

        trace.Pass(DialStage.Context);
        if (forms.IsExtension(number.Digits))
            return Local(DialStage.Extension, number, DialNotes.ExtensionPattern);

        return null;
    }

    private SortedNumber? FindShort(PhoneNumber number)
    {
        if (number.IsGlobal || number.Context is not null)
        {
            trace.Pass(DialStage.Extension);
            trace.Pass(DialStage.ShortCode);
            return null;
        }

        var analysis = forms.Analyze(number);
        var isShortCode = forms.KnowsRegion && !analysis.Canonical.IsGlobal && analysis.Kind is NumberKind.ShortCode or NumberKind.Premium;
        if (!isShortCode && number.Digits.Length < plan.MinExternalLength)
            return Local(DialStage.Extension, number, DialNotes.Short);

        trace.Pass(DialStage.Extension);
        if (!isShortCode)
        {
            trace.Pass(DialStage.ShortCode);
            return null;
        }

        trace.Note(DialStage.ShortCode, number.Digits, DialNotes.ShortCode);
        return new(number, analysis, IsExternal: true);
    }

    private SortedNumber FindExternal(PhoneNumber number)
    {
        var bare = WithoutStoredLine(number);
        trace.Note(DialStage.StoredPrefix, bare.Digits);
        var analysis = !bare.IsGlobal && bare.Context is null && forms.TryReadInternational(bare.Digits, out var global)
            ? forms.Analyze(bare.Dialled(global))
            : forms.Analyze(bare);
        var digits = analysis.Canonical.Digits;
        var note = analysis.Canonical.IsGlobal ? null : forms.KnowsRegion ? DialNotes.NotNational : DialNotes.NoRegion;
        trace.Note(DialStage.Canonical, digits, note, warns: note is not null);
        return new(analysis.Canonical, analysis, IsExternal: true);
    }

    /// <summary>A prefix that somebody stored with the number is not dialled twice; only a numbering plan can tell it from a digit of the number.</summary>
    private PhoneNumber WithoutStoredLine(PhoneNumber number)
    {
        if (number.IsGlobal || number.Context is not null || !forms.KnowsRegion || forms.IsNumber(number.Digits, out _))
            return number;

        foreach (var line in forms.Lines)
            if (BehindLine(number, line) is { } digits && (forms.IsNumber(digits, out _) || forms.TryReadInternational(digits, out _)))
                return number.PostDial is not null && digits.Length + line.Length != number.Digits.Length
                    ? new(digits, digits, number.Extension, number.Subaddress)
                    : number.Dialled(digits);

        return number;
    }

    /// <summary>The digits behind an outside line prefix: <c>0112</c>, or <c>9,911</c> with a pause.</summary>
    private static string? BehindLine(PhoneNumber number, string line)
    {
        if (number.Digits == line && number.PostDial is { } keys)
            return keys.TrimStart(',') is { Length: > 0 } rest && rest.All(char.IsAsciiDigit) ? rest : null;

        return number.Digits.Length > line.Length && number.Digits.StartsWith(line, StringComparison.Ordinal) ? number.Digits.Remove(0, line.Length) : null;
    }

    private SortedNumber Local(DialStage stage, PhoneNumber number, string note) =>
        Unchanged(stage, number, new(number, new NumberDetails(NumberKind.Local)), note);

    private SortedNumber Unchanged(DialStage stage, PhoneNumber number, NumberAnalysis analysis, string note)
    {
        trace.Note(stage, number.Digits, note);
        return new(number, analysis, IsExternal: false);
    }
}
