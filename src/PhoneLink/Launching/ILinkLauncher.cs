namespace PhoneLink;

/// <summary>Hands a link to the operating system, which starts the program that handles its scheme.</summary>
/// <remarks>Implementations are thread-safe. They resolve before they open, never use a shell, and never kill what they started.</remarks>
public interface ILinkLauncher
{
    /// <summary>Hands a link to the operating system.</summary>
    /// <param name="link">The link; its text as given is opened, with the scheme in lower case.</param>
    /// <param name="timeLimit">How long to wait for the opener; it goes on when the time is over.</param>
    /// <param name="cancellationToken">Ends the call before anything was started; afterwards it is not looked at.</param>
    /// <returns>What is known: only <see cref="LaunchStatus.Started"/> and <see cref="LaunchStatus.Undecidable"/> may have started something.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeLimit"/> is negative, or longer than <see cref="int.MaxValue"/> milliseconds; nothing was started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was started.</exception>
    Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default);
}
