namespace PhoneLink;

/// <summary>Hands a link to the program that the operating system has for its scheme.</summary>
/// <remarks>
/// Implementations are thread-safe. They start <see cref="TelephonyUri.OriginalText"/> with its scheme in lower case, never through a shell.
/// Before anything is started they may throw; from then on they never do, so that an exception proves that no program has the link.
/// </remarks>
public interface ILinkLauncher
{
    /// <summary>Opens a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="timeLimit">How long to wait for the system's answer; when it is over, the answer is <see cref="LaunchStatus.Undecidable"/>.</param>
    /// <param name="cancellationToken">Ends the attempt as long as nothing was started; ignored afterwards.</param>
    /// <returns>What is known about the launch.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before anything was started.</exception>
    Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default);
}
