namespace PhoneLink;

/// <summary>What is dialled for a global number when its plus cannot stay.</summary>
internal sealed class DialForms(DialLocation location, DialReversal reversal)
{
    private const int EmergencyLength = 3;

    private readonly DialPlan _plan = location.Plan;

    /// <summary>The shortest form that tells the number again; null when none does and no international prefix is known.</summary>
    public DialForm? Find(NumberAnalysis analysis)
    {
        var digits = analysis.Canonical.Digits;
        if (location.Region is { } region && digits.StartsWith("+" + region.CountryCode, StringComparison.Ordinal))
        {
            var subscriber = digits.Remove(0, 1 + region.CountryCode.Length);
            var isLocal = _plan.AreaCode.Length == 0 || subscriber.StartsWith(_plan.AreaCode, StringComparison.Ordinal);
            var line = isLocal ? _plan.OutsideLinePrefix : location.LongDistanceLine;
            var local = new DialForm(line, _plan.OmitAreaCode && isLocal ? subscriber.Remove(0, _plan.AreaCode.Length) : "", DialNotes.Local);
            if (Tells(local, digits))
                return local;

            var national = new DialForm(line, _plan.NationalPrefix is { } prefix ? prefix + subscriber : DialLocation.DigitsOf(analysis.National), DialNotes.National);
            if (Tells(national, digits))
                return national;
        }

        if (location.InternationalPrefix is null)
            return null;

        var international = new DialForm(location.LongDistanceLine, location.InternationalPrefix + digits.Remove(0, 1), DialNotes.International);
        return Tells(international, digits) ? international : international with { Note = DialNotes.Ambiguous, Warns = true };
    }

    /// <summary>Whether the number is known again when it is dialled so, and no exchange takes its first digits for a call for help.</summary>
    private bool Tells(DialForm form, string digits) =>
        form.Digits.Length > 0
        && !BeginsEmergency(form.Digits)
        && !BeginsEmergency(form.Line + form.Digits)
        && reversal.Undo(form.Line + form.Digits + _plan.Suffix) == digits;

    private bool BeginsEmergency(string dialled) => dialled.Length >= EmergencyLength && dialled[0] != '0' && location.IsEmergency(dialled.Substring(0, EmergencyLength));
}
