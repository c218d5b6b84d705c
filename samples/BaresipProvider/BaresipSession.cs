using System.Net.Sockets;
using PhoneLink;

namespace BaresipProvider;

/// <summary>Keeps one connection to baresip: opened when it is needed, and again when it is lost while there are calls.</summary>
/// <remarks>baresip has one client at a time; a new one drives out the old. Without calls nobody is driven out.</remarks>
internal sealed class BaresipSession(BaresipOptions options, BaresipCalls calls, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private volatile BaresipConnection? _connection;

    /// <summary>Gives the connection, or why there is none; nothing is dialled by it.</summary>
    public async Task<(BaresipConnection? Connection, DialReason Reason)> ConnectAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            if (_connection is { Closed.IsCompleted: false } open)
                return (open, DialReason.None);

            var connection = await BaresipConnection.OpenAsync(options.Host, options.Port, calls.Take, cancellationToken);
            if (!await TryStartAsync(connection, cancellationToken))
                return (null, DialReason.NotConfigured);

            _connection = connection;
            _ = WatchAsync(connection);
            return (connection, DialReason.None);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return (null, DialReason.Unreachable);
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _connection?.Dispose();
        _stop.Dispose();
    }

    private async Task<bool> TryStartAsync(BaresipConnection connection, CancellationToken cancellationToken)
    {
        var isStarted = false;
        try
        {
            if (await HasAccountAsync(connection, cancellationToken))
            {
                await CatchUpAsync(connection, cancellationToken);
                isStarted = true;
            }

            return isStarted;
        }
        finally
        {
            if (!isStarted)
                connection.Dispose();
        }
    }

    private async Task<bool> HasAccountAsync(BaresipConnection connection, CancellationToken cancellationToken) =>
        options.Account is null
        || await connection.AskAsync([new("uafind", options.Account)], null, static replies => replies[0].Ok, cancellationToken);

    /// <summary>Finds out what became of the calls while nobody listened. The last one is current again in the end, as it was.</summary>
    private async Task CatchUpAsync(BaresipConnection connection, CancellationToken cancellationToken)
    {
        foreach (var call in calls.Named.ToList())
        {
            var isThere = await connection.AskAsync(
                [.. BaresipCommands.Find(call), BaresipCommands.Show], null, replies => CatchUp(call, replies), cancellationToken);
            if (isThere && call.Wish is not null)
                await connection.AskAsync(BaresipCommands.HangUp(call), null, static replies => replies, cancellationToken);
        }
    }

    private bool CatchUp(BaresipCall call, IReadOnlyList<BaresipMessage> replies)
    {
        var isThere = BaresipCommands.HasFound(replies[^2]);
        if (!isThere)
            calls.End(call, CallEndReason.Unknown, "gone when the control socket came back");
        else if (BaresipCommands.IsIn("ESTABLISHED", replies[^1]))
            calls.Answer(call);
        else if (BaresipCommands.IsIn("RINGING", replies[^1]))
            calls.Ring(call);

        return isThere;
    }

    private async Task WatchAsync(BaresipConnection connection)
    {
        try
        {
            using (connection)
                await connection.Closed.WaitAsync(_stop.Token);

            await ReconnectAsync(_stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The provider is disposed: its calls stay up, and nobody asks for them any more.
        }
    }

    private async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        var lost = time.GetTimestamp();
        for (var wait = FirstWait; calls.HasLive; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            await Task.Delay(wait, time, cancellationToken);
            if ((await TryConnectAsync(cancellationToken)).Connection is not null)
                return;

            if (time.GetElapsedTime(lost) >= options.LostAfter)
                calls.EndAll("the control socket did not come back");
        }
    }

    private async Task<(BaresipConnection? Connection, DialReason Reason)> TryConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = new DialLimit(LongestWait, time, cancellationToken);
        try
        {
            return await ConnectAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, DialReason.Unreachable);
        }
    }
}
