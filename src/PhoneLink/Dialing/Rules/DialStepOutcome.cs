namespace PhoneLink;

/// <summary>Says what came of a step.</summary>
public enum DialStepOutcome
{
    /// <summary>The step looked at the number and had nothing to do.</summary>
    Passed,

    /// <summary>The step changed the number, or decided what it is.</summary>
    Applied,

    /// <summary>The step could not do what the plan says; <see cref="DialStep.Note"/> says why.</summary>
    Warned,

    /// <summary>An earlier step had decided.</summary>
    Skipped,
}
