using System.Text;
using PhoneLink;
using PhoneLink.Activation;

namespace DialHandler;

/// <summary>Turns each link into a question and a call; one pipeline for all, so that three clicks are one call.</summary>
internal sealed class LinkReader
{
    private const int WrongArguments = 2;

    private readonly HandlerSettings _settings;
    private readonly ActivationOptions _options;
    private readonly IReadOnlyList<string> _arguments;
    private readonly ITelephonyProvider _phone;
    private IncomingCall? _current;

    public LinkReader(HandlerSettings settings, ActivationOptions options, IReadOnlyList<string> arguments, ITelephonyProvider phone)
    {
        (_settings, _options, _arguments) = (settings, options, arguments);
        _phone = new TelephonyProviderBuilder(phone).UseDuplicateGuard().UseConfirmation(ConfirmAsync).Build();
    }

    public async Task HandleAsync(ActivatedLink link)
    {
        var report = new HandlerReport { Arguments = _arguments };

        // The format may take the number from a place that holds names in other links: ask about the number itself.
        var call = _current = IncomingCall.Read(link.Uri, _settings.Format);
        if (call.Number is not null && (!link.Uri.IsUsable || !_options.Allows(call.Number)))
        {
            Refuse(ActivationRefusal.NumberNotAllowed, _settings, report);
            return;
        }

        report = report with { Link = link.Uri.OriginalText, Number = call.Number?.ToString(PhoneNumberStyle.Rfc3966), Values = call.Values, MatchedFormat = call.MatchedFormat };
        if (call.Number is null)
        {
            Console.Error.WriteLine("DialHandler found no number in the link; nothing is dialled.");
            _settings.Write(report);
            return;
        }

        // A link comes from whoever wrote it: its cause makes the pipeline ask before it dials, and its id makes it one call.
        var result = await _phone.DialAsync(new DialRequest(call.Number) { CallId = new(link.Id), Cause = DialCause.Link });
        Console.WriteLine($"DialHandler: {result.Status}{(result.Message is null ? "" : " - " + result.Message)}");
        _settings.Write(report with { Status = result.Status });
    }

    /// <summary>Says why nothing is done, and gives the exit code.</summary>
    public static int Refuse(ActivationRefusal why, HandlerSettings settings, HandlerReport report)
    {
        Console.Error.WriteLine(why switch
        {
            ActivationRefusal.NumberNotAllowed => "DialHandler did not act: the link's number is one that this handler does not dial, such as a service code.",
            ActivationRefusal.NoLink or ActivationRefusal.WrongShape =>
                $"DialHandler did not act on its arguments: {why}. It expects: {string.Join(' ', ProtocolActivation.Arguments)} \"{settings.Scheme}:…\"; --install registers it, --uninstall takes that back.",
            _ => $"DialHandler did not act on the link: {why}.",
        });
        settings.Write(report with { Refusal = why });

        // A refused link is dealt with; a wrong shape is a wrong call. An opener may turn any other code into "not started".
        return why is ActivationRefusal.NoLink or ActivationRefusal.WrongShape ? WrongArguments : 0;
    }

    /// <summary>Says what became of a start that is not the first, and gives the exit code.</summary>
    public static int Say(ActivationStart start)
    {
        // The stream itself: Console.Error would set up the terminal, for a process that lives twenty milliseconds.
        using var error = Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes($"DialHandler: {start.Message}{Environment.NewLine}"));
        return start.ExitCode;
    }

    private Task<bool> ConfirmAsync(DialRequest request, CancellationToken cancellationToken) =>
        _settings.ConfirmEveryCall ? Task.FromResult(true) : Prompt.AskAsync(_current!, cancellationToken);
}
