namespace PhoneLink;

/// <summary>The two directions of a dial plan for external numbers: what is dialled for a canonical number, and what number was dialled.</summary>
internal sealed class DialForms
{
    private readonly DialPlan _plan;
    private readonly INumberingPlan? _numbering;
    private readonly NumberingRegion? _region;
    private readonly string? _international;

    /// <summary>The prefixes of outside lines, the longest first.</summary>
    private readonly string[] _lines;

    public DialForms(DialPlan plan, INumberingPlan? numbering)
    {
        _plan = plan;
        _numbering = numbering;
        _region = plan.Region is null ? null : numbering?.FindRegion(plan.Region);
        _international = plan.InternationalPrefix ?? (_region?.InternationalPrefix is { Length: > 0 } prefix ? prefix : null);
        _lines = [.. new[] { plan.OutsideLinePrefix, LongDistanceLine }.Where(static line => line.Length > 0).Distinct().OrderByDescending(static line => line.Length)];
        KeepsPlus = plan.Plus is PlusPolicy.Keep || (plan.Plus is PlusPolicy.Automatic && _lines.Length == 0);
    }

    public bool KeepsPlus { get; }

    public bool KnowsRegion => _region is not null;

    public bool KnowsInternationalPrefix => _international is not null;

    public IReadOnlyList<string> Lines => _lines;

    private string LongDistanceLine => _plan.LongDistanceOutsideLinePrefix ?? _plan.OutsideLinePrefix;

    public bool IsExtension(string digits)
    {
        foreach (var pattern in _plan.Extensions)
            if (pattern.IsMatch(digits.AsSpan()))
                return true;

        return false;
    }

    /// <summary>What a number is, as dialled at the location.</summary>
    public NumberAnalysis Analyze(PhoneNumber number) =>
        _numbering?.Analyze(number, _region?.Code) ?? new(number, new NumberDetails(NumberKind.Unknown));

    /// <summary>What digits are, as dialled at the location.</summary>
    public NumberAnalysis Analyze(string digits) => Analyze(new PhoneNumber(digits, digits));

    /// <summary>Whether the numbering plan takes digits for a number that exists.</summary>
    public bool IsNumber(string digits, out NumberAnalysis analysis)
    {
        analysis = Analyze(digits);
        return analysis.Canonical.IsGlobal && !analysis.IsPossiblyInvalid;
    }

    /// <summary>Digits behind the international prefix, which need no numbering plan.</summary>
    public bool TryReadInternational(string digits, out string global)
    {
        var isInternational = _international is not null && digits.StartsWith(_international, StringComparison.Ordinal) && digits.Length > _international.Length;
        global = isInternational ? "+" + digits.Remove(0, _international!.Length) : digits;
        return isInternational;
    }

    /// <summary>What is dialled for a global number when its plus cannot stay: the shortest form that tells the number again.</summary>
    public (string Digits, string Line, string Note) FormOf(NumberAnalysis analysis)
    {
        var digits = analysis.Canonical.Digits;
        if (_region is not null && digits.StartsWith("+" + _region.CountryCode, StringComparison.Ordinal))
        {
            var subscriber = digits.Remove(0, 1 + _region.CountryCode.Length);
            var isLocal = _plan.AreaCode.Length == 0 || subscriber.StartsWith(_plan.AreaCode, StringComparison.Ordinal);
            var line = isLocal ? _plan.OutsideLinePrefix : LongDistanceLine;
            if (_plan.OmitAreaCode && isLocal && subscriber.Remove(0, _plan.AreaCode.Length) is { Length: > 0 } local && Tells(line + local, digits))
                return (local, line, DialNotes.Local);

            if (National(analysis, subscriber) is { Length: > 0 } national && Tells(line + national, digits))
                return (national, line, DialNotes.National);
        }

        return (_international + digits.Remove(0, 1), LongDistanceLine, DialNotes.International);
    }

    /// <summary>The canonical digits that were dialled as these, the suffix not counted.</summary>
    public string Undo(string dialled)
    {
        foreach (var line in _lines)
            if (dialled.Length > line.Length && dialled.StartsWith(line, StringComparison.Ordinal))
                return UndoForm(dialled.Remove(0, line.Length));

        return UndoForm(dialled);
    }

    private string UndoForm(string form)
    {
        if (form[0] == '+' || form.Length < _plan.MinExternalLength)
            return form;

        if (TryReadInternational(form, out var global))
            return global;

        if (_region is not null && _plan.NationalPrefix is { } prefix && form.StartsWith(prefix, StringComparison.Ordinal)
            && IsNumber($"+{_region.CountryCode}{form.Remove(0, prefix.Length)}", out var national))
            return national.Canonical.Digits;

        var isNumber = IsNumber(form, out var analysis);
        if (!isNumber && _region is not null && _plan.OmitAreaCode && IsNumber($"+{_region.CountryCode}{_plan.AreaCode}{form}", out var local))
            return local.Canonical.Digits;

        return analysis.Canonical.Digits;
    }

    /// <summary>Whether the number is known again when it is dialled so, and is nothing else at the location.</summary>
    private bool Tells(string dialled, string digits) =>
        dialled.Length >= _plan.MinExternalLength
        && Undo(dialled) == digits
        && !IsExtension(dialled)
        && !(Analyze(dialled) is { Canonical.IsGlobal: false } analysis && analysis.Kind is NumberKind.Emergency or NumberKind.ShortCode or NumberKind.Premium);

    /// <summary>How the number is dialled in its country; the prefix that the plan names goes before that of the numbering plan.</summary>
    private string National(NumberAnalysis analysis, string subscriber) =>
        _plan.NationalPrefix is not null ? _plan.NationalPrefix + subscriber : string.Concat((analysis.National ?? "").Where(char.IsAsciiDigit));
}
