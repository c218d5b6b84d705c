using System.Diagnostics;

namespace PhoneLink;

/// <summary>Members of <see cref="Process"/> of newer .NET, added to netstandard2.0 so that one source line compiles on both targets.</summary>
internal static class ProcessPolyfills
{
    extension(Process process)
    {
        public async Task WaitForExitAsync(CancellationToken cancellationToken)
        {
            var exit = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            process.Exited += (_, _) => exit.TrySetResult(true);
            process.EnableRaisingEvents = true;
            if (!process.HasExited)
                await exit.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
