#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>Opens links on Windows by <c>ShellExecuteEx</c> with the handler's class, so that a link is never resolved as a path.</summary>
/// <remarks>The shell wants a single-threaded apartment; each launch has a thread of its own for it.</remarks>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal sealed class WindowsLinkLauncher(TimeProvider timeProvider) : ILinkLauncher, ILaunchOutlook
{
    public async Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!Environment.UserInteractive)
            return new(LaunchStatus.NotInteractive);

        var ended = new TaskCompletionSource<LaunchResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Open(link, ended)) { IsBackground = true, Name = "PhoneLink launch" };
        thread.SetApartmentState(ApartmentState.STA);
        thread.Start();
        try
        {
            return await ended.Task.WaitAsync(timeLimit, timeProvider, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new(LaunchStatus.Undecidable);
        }
    }

    public LaunchOutlook Look(string scheme)
    {
        try
        {
            return !Environment.UserInteractive ? new(LaunchStatus.NotInteractive) : Resolve(scheme);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return new(LaunchStatus.Undecidable);
        }
    }

    /// <summary>What the shell throws in this thread would end the process.</summary>
    private static void Open(TelephonyUri link, TaskCompletionSource<LaunchResult> ended)
    {
        try
        {
            ended.SetResult(Open(link));
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException or DllNotFoundException or EntryPointNotFoundException)
        {
            ended.SetResult(new(LaunchStatus.Undecidable));
        }
    }

    private static LaunchResult Open(TelephonyUri link)
    {
        // Resolve first: a shell that knows no class may still report success.
        var obstacle = Resolve(link.Scheme).Status;
        if (obstacle is not LaunchStatus.Started)
            return new(obstacle);

        // The user's choice of a default program is known by its ProgID; where there was none to choose, the scheme is the class.
        var error = Shell.Open(link.LaunchText, Shell.FindProtocolClass(link.Scheme) ?? link.Scheme);
        return error switch
        {
            0 => new(LaunchStatus.Started),
            Shell.FileNotFound or Shell.PathNotFound or Shell.NoAssociation => new(LaunchStatus.NoHandler) { NativeCode = error },
            _ => new(LaunchStatus.Undecidable) { NativeCode = error },
        };
    }

    private static LaunchOutlook Resolve(string scheme)
    {
        if (!Shell.HasProtocolHandler(scheme))
            return new(LaunchStatus.NoHandler);

        var program = Shell.FindProtocolExecutable(scheme);
        return new(IsOwnProgram(program) ? LaunchStatus.Loop : LaunchStatus.Started, Path.GetFileName(program));
    }

    private static bool IsOwnProgram(string? program)
    {
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        return program is not null
            && string.Equals(program, own.MainModule?.FileName, StringComparison.OrdinalIgnoreCase)
            && !string.Equals(Path.GetFileName(program), "dotnet.exe", StringComparison.OrdinalIgnoreCase);
    }
}
