using System.ComponentModel;
using System.Diagnostics;

namespace PhoneLink;

/// <summary>Starts real programs.</summary>
/// <remarks>
/// Standard input is closed, output is inherited: a captured pipe would be held open by whatever an opener starts (T-3).
/// The working directory is the root, so that a relative name cannot mean a file of the caller's directory.
/// </remarks>
internal sealed class SystemProcessRunner(TimeProvider timeProvider) : IProcessRunner
{
    public async Task<ProcessOutcome> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!Path.IsPathFullyQualified(command.Program))
            throw new ArgumentException("A program is named by its absolute path.", nameof(command));

        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartInfoOf(command) };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return new(ProcessEnd.NotStarted, exception.NativeErrorCode);
        }

        process.StandardInput.Close();
        return await WaitAsync(process, command.TimeLimit, cancellationToken).ConfigureAwait(false);
    }

    private static ProcessStartInfo StartInfoOf(ProcessCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetPathRoot(command.Program),
        };
        foreach (var (name, value) in command.Variables)
            start.Environment[name] = value;

        return start;
    }

    private async Task<ProcessOutcome> WaitAsync(Process process, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return new(ProcessEnd.Exited, process.ExitCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(ProcessEnd.StillRunning, 0);
        }
    }
}
