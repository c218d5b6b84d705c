namespace PhoneLink;

/// <summary>Calls by starting a program: a softphone, a dialler, a script.</summary>
/// <remarks>
/// Thread-safe. The program gets a list of arguments and never a shell, and a value never becomes an option; its input is closed, its output is
/// inherited, and it is never ended. A program places calls: a request to show the number only (<see cref="DialMode.Prefill"/>) is not carried out.
/// </remarks>
public sealed class ProcessTelephonyProvider : ITelephonyProvider, IProviderStatus
{
    private readonly ProcessTelephonyOptions _options;
    private readonly ProgramArguments _arguments;
    private readonly IProcessRunner _processes;
    private readonly TimeProvider _time;
    private readonly TelephonyCapabilities _capabilities;

    /// <summary>Makes a provider.</summary>
    /// <param name="options">Program, arguments, and what its end means.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The program is named by no absolute path, or on Windows is a batch file, whose arguments cannot be quoted safely; or no argument holds
    /// <c>%p</c>, or there are more than 64.
    /// </exception>
    /// <exception cref="PhoneLinkParseException">An argument is malformed, or names a variable that nobody knows or that holds a secret.</exception>
    public ProcessTelephonyProvider(ProcessTelephonyOptions options)
        : this(options, null)
    {
    }

    /// <summary>Makes a provider with a clock of its own.</summary>
    /// <param name="options">Program, arguments, and what its end means.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="ProcessTelephonyProvider(ProcessTelephonyOptions)"/>.</exception>
    /// <exception cref="PhoneLinkParseException">An argument is malformed, or names a variable that nobody knows or that holds a secret.</exception>
    public ProcessTelephonyProvider(ProcessTelephonyOptions options, TimeProvider? time)
        : this(options, time, new SystemProcessRunner(time ?? TimeProvider.System), ProgramPath.IsWindows)
    {
    }

    internal ProcessTelephonyProvider(ProcessTelephonyOptions options, TimeProvider? time, IProcessRunner processes, bool isWindows)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!ProgramPath.IsAbsolute(options.Program, isWindows))
            throw new ArgumentException("A program is named by its absolute path; a name would be searched for.", nameof(options));

        if (isWindows && ProgramPath.IsBatchFile(options.Program))
            throw new ArgumentException("The arguments of a batch file cannot be quoted safely; name the program that it starts.", nameof(options));

        _options = options;
        _arguments = new(options, isWindows);
        _processes = processes;
        _time = time ?? TimeProvider.System;
        _capabilities = new() { Knowledge = options.ExitCodes.Values.Contains(DialStatus.Accepted) ? CallKnowledge.Acceptance : CallKnowledge.HandOff };
    }

    /// <inheritdoc/>
    /// <remarks>A dry run says how many arguments the program would get, and does not find out whether it is there.</remarks>
    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Target.Number is null)
            return DialResult.For(request, DialStatus.Invalid, DialReason.NoNumber);

        if (!_capabilities.Supports(request.Mode))
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.ModeNotSupported);

        if (!_arguments.TryExpand(request, out var arguments))
            return DialResult.For(request, DialStatus.Invalid, DialReason.ForbiddenText);

        return request.DryRun
            ? DialResult.For(request, DialStatus.DryRun, DialReason.None, DialMessages.WouldStart(Name, arguments.Count))
            : await StartAsync(request, new(_options.Program, arguments) { TimeLimit = request.AcceptTimeout }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isThere = IsExecutable(_options.Program);
        return Task.FromResult(new ProviderStatus(isThere ? ProviderState.Ready : ProviderState.NoHandler)
        {
            Handler = Name,
            Message = isThere ? null : DialMessages.NoProgram(Name),
            CheckedAt = _time.GetUtcNow(),
        });
    }

    /// <inheritdoc/>
    /// <remarks>Gives the provider itself, which tells its status, and its <see cref="TelephonyCapabilities"/>.</remarks>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TelephonyCapabilities) ? _capabilities
            : null;
    }

    private string Name => Path.GetFileName(_options.Program);

    private async Task<DialResult> StartAsync(DialRequest request, ProcessCommand command, CancellationToken cancellationToken)
    {
        // Started, or refused by the system, when the call returns; from there on the token ends the waiting and nothing else.
        var run = _processes.RunAsync(command, CancellationToken.None);
        try
        {
            return ResultOf(request, await run.WaitAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            return ResultOf(request, new(ProcessEnd.StillRunning, 0), DialReason.Cancelled) with { IsCancellationIgnored = true };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Marked(request, DialResult.For(request, DialStatus.Ambiguous, DialReason.ProviderFailed));
        }
    }

    private DialResult ResultOf(DialRequest request, ProcessOutcome outcome, DialReason unfinished = DialReason.TimedOut)
    {
        if (outcome.End is ProcessEnd.NotStarted)
            return DialResult.For(request, DialStatus.NotDispatched, DialReason.NoHandler, DialMessages.NoProgram(Name)) with { NativeCode = outcome.Code };

        if (outcome.End is ProcessEnd.StillRunning)
            return Marked(request, _options.StaysOpen ? new(DialStatus.HandedOff, request.CallId) : DialResult.For(request, DialStatus.Ambiguous, unfinished));

        var status = _options.ExitCodes.TryGetValue(outcome.Code, out var known) ? known
            : outcome.Code == 0 ? DialStatus.HandedOff
            : DialStatus.Ambiguous;
        return Marked(request, DialResult.For(request, status, ReasonFor(status)) with
        {
            NativeCode = outcome.Code,
            OriginalCallId = status is DialStatus.Duplicate ? request.CallId : null,
        });
    }

    /// <summary>Only now: an exit code may prove that there is no call, and such a proof must not be doubted because of an early mark.</summary>
    private static DialResult Marked(DialRequest request, DialResult result)
    {
        if (result.CallMayExist)
            request.MarkDispatching();

        return result;
    }

    private static DialReason ReasonFor(DialStatus status) => status switch
    {
        DialStatus.Invalid => DialReason.InvalidNumber,
        DialStatus.Blocked => DialReason.NotAllowed,
        DialStatus.NotDispatched => DialReason.RefusedByBackEnd,
        DialStatus.Duplicate => DialReason.Repeated,
        DialStatus.Ambiguous => DialReason.Undecidable,
        _ => DialReason.None,
    };

    private static bool IsExecutable(string path) =>
#if NET
        OperatingSystem.IsWindows() ? File.Exists(path) : PhysicalFileSystem.Instance.IsExecutable(path);
#else
        File.Exists(path);
#endif
}
