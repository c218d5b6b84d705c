namespace PhoneLink;

/// <summary>Finds out what a number is, before anything is changed about it.</summary>
internal readonly struct DialSorting(DialLocation location, DialTrace trace)
{
    /// <summary>Sorts a number.</summary>
    public SortedNumber Sort(PhoneNumber number) =>
        FindEmergency(number) ?? FindUnchanged(number) ?? FindShort(number) ?? FindExternal(number);

    /// <summary>Before anything else, also behind an outside line prefix, and also where the prefix stands before a pause.</summary>
    private SortedNumber? FindEmergency(PhoneNumber number)
    {
        var isExtension = location.IsExtension(number.Digits);
        if (location.Analyze(number) is { Canonical.IsGlobal: false, Kind: NumberKind.Emergency } emergency)
            return Unchanged(DialStage.Emergency, number, emergency, DialNotes.Emergency);

        if (!isExtension && location.Region is null && EmergencyNumbers.Contains(number))
            return Unchanged(DialStage.Emergency, number, Unknown(number), DialNotes.EmergencyFloor);

        foreach (var line in location.Lines)
        {
            // In the context of somebody else's network a prefix is not ours.
            if (isExtension || number.Context is not null || DialLocation.BehindLine(number, line) is not { } digits)
                continue;

            var bare = new PhoneNumber(number.Text, digits);
            if (location.Analyze(bare) is { Canonical.IsGlobal: false, Kind: NumberKind.Emergency } behind)
                return Unchanged(DialStage.Emergency, bare, behind, DialNotes.Emergency);

            if (location.Region is null && EmergencyNumbers.Contains(bare))
                return Unchanged(DialStage.Emergency, new(number.Text, line + digits), Unknown(bare), DialNotes.EmergencyFloor);
        }

        trace.Pass(DialStage.Emergency);
        return null;
    }

    private SortedNumber? FindUnchanged(PhoneNumber number)
    {
        if (number.IsServiceCode && !IsBehindCode(number))
            return Unchanged(DialStage.ServiceCode, number, new(number, new NumberDetails(NumberKind.ServiceCode)), DialNotes.ServiceCode);

        trace.Pass(DialStage.ServiceCode);
        if (number.Context is { } context && !(context[0] == '+' && location.Analyze(number).Canonical.IsGlobal))
            return Unchanged(DialStage.Context, number, Local(number), DialNotes.Context);

        trace.Pass(DialStage.Context);
        return location.IsExtension(number.Digits) ? Unchanged(DialStage.Extension, number, Local(number), DialNotes.ExtensionPattern) : null;
    }

    private SortedNumber? FindShort(PhoneNumber number)
    {
        var isLocal = !number.IsGlobal && number.Context is null;
        var code = isLocal ? location.Read(number) : default;

        // Where the plan names its extensions, the numbering plan may say what else is short; else a length is all there is to go by.
        if (isLocal && number.Digits.Length < location.Plan.MinExternalLength && !(code.IsShortCode && location.Plan.Extensions.Count > 0))
            return Unchanged(DialStage.Extension, number, Local(number), DialNotes.Short) with { IsByLength = true };

        trace.Pass(DialStage.Extension);
        if (!code.IsShortCode)
        {
            trace.Pass(DialStage.ShortCode);
            return null;
        }

        trace.Note(DialStage.ShortCode, number.Digits, DialNotes.ShortCode);
        return new(number, code.Analysis, IsExternal: true);
    }

    private SortedNumber FindExternal(PhoneNumber number)
    {
        var isLocal = !number.IsGlobal && number.Context is null;
        var isAmbiguous = false;
        var bare = isLocal ? WithoutStoredLine(number, ref isAmbiguous) : number;
        trace.Note(DialStage.StoredPrefix, bare.Digits, isAmbiguous ? DialNotes.MayHoldLine : null, warns: isAmbiguous);
        var reading = isLocal ? location.Read(bare) : new(location.Analyze(bare), ReadingCertainty.None);
        var canonical = reading.Analysis.Canonical;
        var note = canonical.IsGlobal ? null : reading.IsShortCode ? DialNotes.ShortCode : location.Region is null ? DialNotes.NoRegion : DialNotes.NotNational;
        trace.Note(DialStage.Canonical, canonical.Digits, note, warns: note is not null && !reading.IsShortCode);
        return new(canonical, reading.Analysis, IsExternal: true);
    }

    /// <summary>A prefix that somebody stored with the number is not dialled twice; what may be a digit of the number is one, and that is said.</summary>
    private PhoneNumber WithoutStoredLine(PhoneNumber number, ref bool isAmbiguous)
    {
        var whole = location.Read(number).Certainty;
        foreach (var line in location.Lines)
        {
            if (DialLocation.BehindLine(number, line) is not { } digits)
                continue;

            var isPaused = digits.Length + line.Length != number.Digits.Length;
            var bare = isPaused ? new PhoneNumber(digits, digits, number.Extension, number.Subaddress) : number.Dialled(digits);
            var certainty = location.Read(bare).Certainty;
            if (certainty > whole)
                return bare;

            isAmbiguous |= certainty == whole && certainty is ReadingCertainty.AsDialled;
        }

        return number;
    }

    /// <summary>Whether an outside line prefix explains a star or hash at the start: <c>*31#</c> before a number hides the caller's.</summary>
    private bool IsBehindCode(PhoneNumber number)
    {
        foreach (var line in location.Lines)
            if (line[0] is '*' or '#' && DialLocation.BehindLine(number, line) is { } digits && digits.All(char.IsAsciiDigit)
                && (location.Region is null ? digits.Length >= location.Plan.MinExternalLength : location.Read(number.Dialled(digits)).Certainty > ReadingCertainty.None))
                return true;

        return false;
    }

    private static NumberAnalysis Local(PhoneNumber number) => new(number, new NumberDetails(NumberKind.Local));

    private static NumberAnalysis Unknown(PhoneNumber number) => new(number, new NumberDetails(NumberKind.Unknown));

    private SortedNumber Unchanged(DialStage stage, PhoneNumber number, NumberAnalysis analysis, string note)
    {
        trace.Note(stage, number.Digits, note);
        return new(number, analysis, IsExternal: false);
    }
}
