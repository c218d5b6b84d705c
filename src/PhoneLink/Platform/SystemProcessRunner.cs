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
        if (!ProgramPath.IsAbsolute(command.Program, ProgramPath.IsWindows))
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
#if NET
        var start = new ProcessStartInfo(command.Program, command.Arguments);
#else
        // .NET Framework would have a shell start it.
        var start = new ProcessStartInfo(command.Program, ArgumentLine.Join(command.Arguments)) { UseShellExecute = false };
#endif
        start.RedirectStandardInput = true;
        start.WorkingDirectory = Path.GetPathRoot(command.Program);
        foreach (var variable in command.Variables)
            start.Environment[variable.Key] = variable.Value;

        return start;
    }

    private async Task<ProcessOutcome> WaitAsync(Process process, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = Deadline.In(limit, timeProvider);
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
