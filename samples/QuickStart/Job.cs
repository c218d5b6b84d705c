using DialHandler;
using Microsoft.Extensions.DependencyInjection;
using PhoneLink;
using Spectre.Console;

namespace QuickStart;

/// <summary>The main job, step by step.</summary>
internal static class Job
{
    public const string DefaultFormat = "domycall:%p?name=<attn>&company=<name>";

    public const int BadInput = 2;

    private const int Done = 0;
    private const int Failed = 1;

    /// <summary>What shells report of a program that Ctrl-C ended.</summary>
    private const int BrokenOff = 130;

    public static async Task<int> RunAsync(JobOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await CloseLoopAsync(options, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Screen.ShowProblem("Broken off; nothing of it is left.", null, BrokenOff);
        }
    }

    private static async Task<int> CloseLoopAsync(JobOptions options, CancellationToken cancellationToken)
    {
        if (!PhoneLinkFormat.TryParse(options.Format, null, out var format, out var error))
            return Screen.ShowFormatProblem("This is no phone-link format:", options.Format, error.Position, error.Message, BadInput);

        if (format.Scheme == "https")
            return Screen.ShowFormatProblem("No handler can be registered for this format:", options.Format, 0, "Links of https are opened by the browser. Take a scheme of the handler's own.", BadInput);

        var subject = SampleContact.Create(options.Number);
        if (subject.Phones.Dialable.Count == 0)
            return Screen.ShowProblem("There is no telephone number in the text of --number.", "Write it as people do, for instance --number \"+47 22 51 70 00\".", BadInput);

        Screen.Title("1. A person's numbers and their links", $"format {options.Format}");
        Screen.ShowNumbers(subject, format);
        var entry = await Screen.ChooseAsync(subject.Phones.Dialable, cancellationToken);

        using var desktop = new IsolatedDesktop();
        return await CallAsync(new(entry.Number!) { Subject = subject }, format, desktop, options.Verbose, cancellationToken) ? Done : Failed;
    }

    private static async Task<bool> CallAsync(DialRequest request, PhoneLinkFormat format, IsolatedDesktop desktop, bool verbose, CancellationToken cancellationToken)
    {
        var handler = new HandlerProgram(desktop, format);
        Screen.Title($"2. The handler is registered for {format.Scheme}:", OperatingSystem.IsLinux() ? "in a folder of its own, not in your account" : null);
        if (!await handler.RegisterAsync(verbose, cancellationToken))
            return false;

        try
        {
            var services = new ServiceCollection();
            services.AddPhoneLink();
            services.Configure<PhoneLinkOptions>(options => options.Format = format.ToString());
            await using var provider = services.BuildServiceProvider();

            // Where the handler is not registered the system would open the user's own telephone: then the link is only made.
            Screen.Title(handler.IsRegistered ? "3. The click: the operating system opens the link" : "3. The click: the link is made, the system does not open it", null);
            var result = await provider.GetRequiredService<ITelephonyProvider>().DialAsync(request with { DryRun = !handler.IsRegistered }, cancellationToken);
            Screen.ShowResult(result);
            if (!result.CallMayExist && !HandlerProgram.StartDirectly(result))
                return false;

            Screen.Title("4. What the handler received and took apart", null);
            return Screen.ShowReport(await handler.WaitForReportAsync(cancellationToken), request, verbose);
        }
        finally
        {
            Screen.Title("5. The registration is taken back", null);
            await handler.RevertAsync();
        }
    }
}
