using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhoneLink.Activation;

namespace PhoneLink.Hosting.Tests;

/// <summary>A handler in a host, whose links come from processes of a session of its own, whose telephone and person are recorded.</summary>
internal sealed class HandlerHost : IAsyncDisposable, ITelephonyProvider, IDialConfirmation, ILoggerProvider, ILogger
{
    private readonly string _instance = Guid.NewGuid().ToString();
    private readonly List<HandledLink> _handled = [];
    private ActivationListener? _listener;
    private IHost? _host;

    /// <summary>Gets what the telephone was given.</summary>
    public List<DialRequest> Dialled { get; } = [];

    /// <summary>Gets what the person was asked.</summary>
    public List<DialRequest> Asked { get; } = [];

    public List<string> Lines { get; } = [];

    /// <summary>Gets or sets how the person answers.</summary>
    public Func<DialRequest, CancellationToken, Task<bool>> Answer { get; set; } = static (_, _) => Task.FromResult(true);

    public Func<DialRequest, DialResult>? Telephone { get; set; }

    public PhoneLinkFormat? Format { get; set; }

    public string? ListenAs { get; set; }

    public Func<CancellationToken, Task<bool>>? OfferToIgnore { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public bool HasPerson { get; set; } = true;

    /// <summary>Gets or sets whether a person is asked who must read first.</summary>
    public bool PersonReads { get; set; }

    public Action<TelephonyProviderBuilder>? Pipeline { get; set; }

    /// <summary>Gets the schemes that the options name.</summary>
    public List<string> Named { get; } = ["domycall"];

    /// <summary>Starts the host; the first link may be that of the process itself.</summary>
    public async Task StartAsync(string? link = null)
    {
        _listener = (await StartProcessAsync(link)).Listener!;
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(this);
        builder.Services.AddSingleton(Time);
        var added = builder.Services.AddPhoneLinkHandler(_listener, Configure, Pipeline ?? (pipeline => pipeline.UseDefaults().To(this)));
        if (HasPerson)
            _ = PersonReads ? added.AskWith(ConfirmAsync) : added.ConfirmWith(ConfirmAsync);

        _host = builder.Build();
        await _host.StartAsync();
    }

    /// <summary>Starts another process of the handler.</summary>
    public Task<ActivationStart> StartProcessAsync(string? link) =>
        ActivationListener.StartAsync(link is null ? [] : ["--phonelink", "--", link], ["domycall", "tel"], new() { InstanceName = _instance });

    public Task StopAsync() => _host!.StopAsync();

    /// <summary>Waits until so many links were handled.</summary>
    public async Task<IReadOnlyList<HandledLink>> WaitAsync(int count)
    {
        for (var i = 0; i < 500; i++)
        {
            lock (_handled)
                if (_handled.Count >= count)
                    return [.. _handled];

            await Task.Delay(20);
        }

        throw new TimeoutException($"{_handled.Count} of {count} links were handled.");
    }

    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        request.MarkDispatching();
        lock (Dialled)
            Dialled.Add(request);

        return Task.FromResult(Telephone?.Invoke(request) ?? new DialResult(DialStatus.Accepted, request.CallId));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public Task<bool> ConfirmAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        Asked.Add(request);
        return Answer(request, cancellationToken);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Lines)
            Lines.Add(formatter(state, exception));
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public async ValueTask DisposeAsync()
    {
        if (_listener is not null)
            await _listener.DisposeAsync();

        _host?.Dispose();
    }

    public void Dispose()
    {
    }

    private void Configure(PhoneLinkHandlerOptions options)
    {
        foreach (var scheme in Named)
            options.Schemes.Add(scheme);

        options.Format = Format;
        options.ListenAs = ListenAs;
        options.OfferToIgnore = OfferToIgnore;
        options.Handled = handled =>
        {
            lock (_handled)
                _handled.Add(handled);

            return Task.CompletedTask;
        };
    }
}
