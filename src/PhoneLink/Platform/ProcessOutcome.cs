namespace PhoneLink;

/// <summary>What became of a program; the default value is <see cref="ProcessEnd.NotStarted"/>.</summary>
/// <param name="End">How far it got.</param>
/// <param name="Code">The exit code, or the system's error number when it did not start.</param>
internal readonly record struct ProcessOutcome(ProcessEnd End, int Code)
{
    public bool Succeeded => End is ProcessEnd.Exited && Code == 0;
}
