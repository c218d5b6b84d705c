using System.Diagnostics;
using System.Text.Json;
using DialHandler;
using PhoneLink;
using PhoneLink.Activation;
using PhoneLink.Registration;

namespace QuickStart;

/// <summary>The listener that is registered, started and taken back.</summary>
internal sealed class HandlerProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IsolatedDesktop _desktop;
    private readonly PhoneLinkFormat _format;
    private readonly IReadOnlyDictionary<string, string> _before;
    private ProtocolRegistrar? _registrar;
    private RegistrationReceipt? _receipt;

    public HandlerProgram(IsolatedDesktop desktop, PhoneLinkFormat format)
    {
        _desktop = desktop;
        _format = format;
        _before = desktop.Snapshot();
        new HandlerSettings { Scheme = format.Scheme, PhoneLinkFormat = format.ToString(), ConfirmEveryCall = true, LingerSeconds = 0, ReportFile = desktop.ReportFile }.Save(desktop.SettingsFile);
    }

    private static string Executable =>
        Path.Combine(AppContext.BaseDirectory, "handler", OperatingSystem.IsWindows() ? "DialHandler.exe" : "DialHandler");

    /// <summary>Gets whether the system will start this handler, and not the user's own telephone.</summary>
    public bool IsRegistered => _receipt is not null;

    /// <summary>Registers; where that is not supported nothing is opened by the system, and the user is told.</summary>
    public async Task<bool> RegisterAsync(bool verbose, CancellationToken cancellationToken)
    {
        try
        {
            _registrar = ProtocolRegistrar.ForCurrentOS();
            var plan = _registrar.Plan(new(_format.Scheme, "PhoneLink QuickStart", Executable) { ApplicationId = "phonelink-quickstart" });
            Screen.ShowPlan(plan, verbose);
            _receipt = await _registrar.ApplyAsync(plan, cancellationToken);
            Screen.ShowReceipt(_receipt, verbose);
            return true;
        }
        catch (RegistrationException exception) when (exception.Failure is RegistrationFailure.NotSupported)
        {
            Screen.ShowNote(exception.Message);
            return true;
        }
        catch (RegistrationException exception)
        {
            Screen.ShowProblem($"The handler could not be registered: {exception.Message}", null, 1);
            return false;
        }
    }

    /// <summary>Without an opener the link goes straight to the handler, with the arguments that the system would have used.</summary>
    public static bool StartDirectly(DialResult result)
    {
        if (result.Link is not { OriginalText: var link } || result.Reason is not (DialReason.None or DialReason.NoOpener or DialReason.NotInteractive or DialReason.NoHandler))
            return false;

        Screen.ShowNote("The link is handed to the handler directly, as the operating system would.");
        using var process = Process.Start(new ProcessStartInfo(Executable, [.. ProtocolActivation.Arguments, link]));
        return process is not null;
    }

    public async Task<HandlerReport?> WaitForReportAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.StartNew();
        while (started.Elapsed < Patience)
        {
            if (File.Exists(_desktop.ReportFile))
                return JsonSerializer.Deserialize(await File.ReadAllTextAsync(_desktop.ReportFile, cancellationToken), HandlerJson.Default.HandlerReport);

            await Task.Delay(50, cancellationToken);
        }

        return null;
    }

    public async Task RevertAsync()
    {
        if (_registrar is not null && _receipt is not null)
            await _registrar.RevertAsync(_receipt);

        Screen.ShowLeftovers(_before, _desktop.Snapshot());
    }
}
