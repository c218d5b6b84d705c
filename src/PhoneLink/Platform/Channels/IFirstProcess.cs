using System.IO.Pipes;

namespace PhoneLink;

/// <summary>What a later process asks Windows about the first one.</summary>
internal interface IFirstProcess
{
    /// <summary>Opens the first process's pipe.</summary>
    /// <exception cref="UnauthorizedAccessException">Its rights let this process not in: another user's, or an administrator's.</exception>
    /// <exception cref="TimeoutException">Nobody listens.</exception>
    Task ReachAsync(NamedPipeClientStream pipe, int milliseconds, CancellationToken cancellationToken);

    /// <summary>Gets the id of the process at the pipe's other end; null where it is not told.</summary>
    uint? IdOf(NamedPipeClientStream pipe);

    /// <summary>Lets a process bring its window to the front.</summary>
    /// <returns>Whether Windows has let it; a hand-over goes on without.</returns>
    bool LetToFront(uint id);
}
