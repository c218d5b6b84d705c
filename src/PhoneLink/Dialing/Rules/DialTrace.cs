namespace PhoneLink;

/// <summary>Follows a number through the steps, and notes each of them.</summary>
internal sealed class DialTrace
{
    private const int Stages = (int)DialStage.ExtensionStyle + 1;

    private readonly DialStep[] _steps = new DialStep[Stages];
    private int _count;
    private string _text;

    public DialTrace(PhoneNumber number)
    {
        _text = number.Text;
        Note(DialStage.Read, number.Digits);
    }

    /// <summary>Notes a step; those that the number did not come to were skipped.</summary>
    public void Note(DialStage stage, string digits, string? note = null, bool warns = false)
    {
        SkipTo(stage);
        var outcome = warns ? DialStepOutcome.Warned : digits != _text || note is not null ? DialStepOutcome.Applied : DialStepOutcome.Passed;
        _steps[_count++] = new(stage, outcome, _text, digits) { Note = note };
        _text = digits;
    }

    /// <summary>Notes a step that had nothing to do.</summary>
    public void Pass(DialStage stage) => Note(stage, _text);

    public IReadOnlyList<DialStep> ToList()
    {
        SkipTo((DialStage)Stages);
        return _steps;
    }

    private void SkipTo(DialStage stage)
    {
        while (_count < (int)stage)
            _steps[_count++] = new((DialStage)(_count - 1), DialStepOutcome.Skipped, _text, _text);
    }
}
