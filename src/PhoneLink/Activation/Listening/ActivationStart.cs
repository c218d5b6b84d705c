namespace PhoneLink.Activation;

/// <summary>Tells what became of a handler's start, and has the listener if this process is to listen.</summary>
/// <param name="Outcome">What became of it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ActivationStart(ActivationOutcome Outcome)
{
    private const int WrongArguments = 2;
    private const int NoAnswer = 3;
    private const int TooBusy = 4;

    /// <summary>Gets the listener.</summary>
    /// <value>Null unless <see cref="Outcome"/> is <see cref="ActivationOutcome.Listening"/>.</value>
    public ActivationListener? Listener { get; init; }

    /// <summary>Gets why the link was refused.</summary>
    /// <value><see cref="ActivationRefusal.None"/> unless <see cref="Outcome"/> is <see cref="ActivationOutcome.Refused"/>.</value>
    public ActivationRefusal Refusal { get; init; }

    /// <summary>Gets the exit code for a process that is done.</summary>
    /// <value>0, also for a refused link, which is dealt with; 2 for arguments of another shape; 3 without an answer; 4 when the first instance is busy.</value>
    public int ExitCode => Outcome switch
    {
        ActivationOutcome.Refused => Refusal is ActivationRefusal.WrongShape ? WrongArguments : 0,
        ActivationOutcome.NotAcknowledged => NoAnswer,
        ActivationOutcome.Busy => TooBusy,
        _ => 0,
    };

    /// <summary>Gets a sentence for people, without any number.</summary>
    public string Message => Outcome switch
    {
        ActivationOutcome.Listening => "This program waits for links.",
        ActivationOutcome.HandedOver => "The link was given to the program that runs already.",
        ActivationOutcome.AlreadyRunning => "The program runs already.",
        ActivationOutcome.NotAcknowledged => "The program that runs already does not answer; nothing more is done with the link here.",
        ActivationOutcome.Busy => "Too many links wait for the program that runs already; try again.",
        _ => Refusal is ActivationRefusal.WrongShape
            ? $"The arguments are not those of an activation: {string.Join(" ", ProtocolActivation.Arguments)} \"link\"."
            : $"The link was refused: {Refusal}.",
    };
}
