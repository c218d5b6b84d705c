using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PhoneLink.Interop.Tools;

/// <summary>A back end on Kestrel, on loopback; it notes each request as it arrives, before anything becomes of it.</summary>
internal sealed class CallBackEnd : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _arrived = new();
    private readonly ConcurrentQueue<IConnectionLifetimeFeature> _connections = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly WebApplication _server;

    private CallBackEnd(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(context =>
        {
            _connections.Enqueue(context.Features.Get<IConnectionLifetimeFeature>()!);
            _arrived.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Request.Headers["Idempotency-Key"]}");
            _news.Release();
            return answer(context);
        });
    }

    /// <summary>Gets what arrived: method, path, id.</summary>
    public IReadOnlyList<string> Arrived => [.. _arrived];

    public string Origin => _server.Urls.Single();

    public static async Task<CallBackEnd> StartAsync(RequestDelegate answer)
    {
        var backEnd = new CallBackEnd(answer);
        await backEnd._server.StartAsync();
        return backEnd;
    }

    /// <summary>Answers with a status, and perhaps a header line.</summary>
    public static RequestDelegate Status(int status, string? header = null, string? value = null) => context =>
    {
        context.Response.StatusCode = status;
        if (header is not null)
            context.Response.Headers[header] = value;

        return Task.CompletedTask;
    };

    /// <summary>Says nothing as long as the connection is there.</summary>
    public static async Task Hang(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    /// <summary>Ends the connection, with what the client sent still unread.</summary>
    public static Task ResetUnread(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Reads all of the request, and ends the connection without an answer.</summary>
    public static async Task ResetAfterBody(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Abort();
    }

    public Task ArrivedAsync() => _news.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Ends all connections over which requests came, whether a client wants to use them again or not.</summary>
    public void CloseConnections()
    {
        while (_connections.TryDequeue(out var connection))
            connection.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _news.Dispose();
    }
}
