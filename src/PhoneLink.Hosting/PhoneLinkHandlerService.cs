using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PhoneLink.Activation;

namespace PhoneLink;

/// <summary>Reads the listener's links, one after the other, as long as the host runs; at its end every link that was acknowledged is still reported.</summary>
internal sealed partial class PhoneLinkHandlerService(
    ActivationListener listener, IOptions<PhoneLinkHandlerOptions> options, ITelephonyProvider telephony, PreferenceResolver preferences, TimeProvider timeProvider, ILogger<PhoneLinkHandlerService> logger) : BackgroundService
{
    private LocalTelephonyListener? _calls;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        CheckConsent();
        await CheckLoopAsync(cancellationToken).ConfigureAwait(false);
        if (listener.ChannelProblem is not null)
            LogChannelProblem();

        foreach (var id in listener.LostActivations)
            LogLost(id);

        _calls = await ListenAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // First nobody can hand over or dial any more, then what waits is reported; the open question is told to end.
        await listener.DisposeAsync().ConfigureAwait(false);
        if (_calls is not null)
            await _calls.DisposeAsync().ConfigureAwait(false);

        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var handler = new LinkHandler(options.Value, telephony, timeProvider);
        await foreach (var link in listener.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            await ReportAsync(await HandleAsync(handler, link, stoppingToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<HandledLink> HandleAsync(LinkHandler handler, ActivatedLink link, CancellationToken stoppingToken)
    {
        try
        {
            return await handler.HandleAsync(link, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFailed(link.Id, exception.GetType());
            return new(link, HandledOutcome.Failed);
        }
    }

    private async Task ReportAsync(HandledLink handled)
    {
        LogHandled(handled.Link.Id, handled.Outcome, handled.Result?.Status);
        try
        {
            if (options.Value.Handled is { } report)
                await report(handled).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFailed(handled.Link.Id, exception.GetType());
        }
    }

    /// <summary>Somebody who could be asked is of no use to a pipeline that does not ask: its own layers, or a telephone that was registered before.</summary>
    private void CheckConsent()
    {
        if (telephony.GetService(typeof(IDialConfirmation)) is null)
            throw new OptionsValidationException(
                nameof(PhoneLinkHandlerOptions),
                typeof(PhoneLinkHandlerOptions),
                ["A link must not start a call without a person's consent (RFC 3966 §11), and the pipeline of this handler asks nobody; give it the layer that asks: UseDefaults() or UseConfirmation()."]);
    }

    /// <summary>A handler that dials by a link of its own scheme would be started by its own calls, without end.</summary>
    private async Task CheckLoopAsync(CancellationToken cancellationToken)
    {
        if (telephony.GetService(typeof(LinkTelephonyProvider)) is null)
            return;

        var format = (await preferences.ResolveAsync(options.Value.Scope, cancellationToken).ConfigureAwait(false)).Format;
        if (options.Value.Schemes.Contains(format.Scheme, StringComparer.OrdinalIgnoreCase))
            throw new OptionsValidationException(
                nameof(PhoneLinkHandlerOptions),
                typeof(PhoneLinkHandlerOptions),
                [$"This handler is registered for '{format.Scheme}:' and would dial by links of '{format.Scheme}:', which start it again; give it a telephone of its own: AddPhoneLink(p => p.UseDefaults().To(…)), or another format."]);
    }

    /// <summary>Takes the calls of other processes, unless the pipeline would give them back to this one.</summary>
    private async Task<LocalTelephonyListener?> ListenAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ListenAs is not { } name)
            return null;

        try
        {
            return await LocalTelephonyListener.StartAsync(name, telephony, new() { Scope = options.Value.Scope, TimeProvider = timeProvider }, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw new OptionsValidationException(nameof(PhoneLinkHandlerOptions), typeof(PhoneLinkHandlerOptions), [$"{nameof(PhoneLinkHandlerOptions.ListenAs)}: {exception.Message}"]);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Link {Id}: {Outcome}, {Status}.")]
    private partial void LogHandled(Guid id, HandledOutcome outcome, DialStatus? status);

    [LoggerMessage(2, LogLevel.Error, "Link {Id}: {Exception} was thrown.")]
    private partial void LogFailed(Guid id, Type exception);

    [LoggerMessage(3, LogLevel.Warning, "Link {Id} was accepted by a former instance and lost when that died.")]
    private partial void LogLost(Guid id);

    [LoggerMessage(4, LogLevel.Warning, "Later processes cannot hand links over to this one (ActivationListener.ChannelProblem tells why).")]
    private partial void LogChannelProblem();
}
