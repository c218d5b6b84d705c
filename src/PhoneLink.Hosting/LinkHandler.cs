using PhoneLink.Activation;

namespace PhoneLink;

/// <summary>Turns one link into a question and a call.</summary>
internal sealed class LinkHandler(PhoneLinkHandlerOptions options, ITelephonyProvider telephony, TimeProvider timeProvider)
{
    private static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>();

    private readonly PromptBudget _budget = new(timeProvider);
    private readonly FloodBreak _break = new(options.OfferToIgnore, timeProvider);

    public async Task<HandledLink> HandleAsync(ActivatedLink link, CancellationToken cancellationToken)
    {
        var (number, values) = Read(link.Uri);
        var handled = new HandledLink(link, HandledOutcome.NoNumber) { Number = number, Values = values };
        if (number is null)
            return handled;

        // The request is made of the number, so that no layer below sees what else the link demands.
        if (!link.Uri.IsUsable || !options.Activation.Allows(number))
            return handled with { Outcome = HandledOutcome.NumberNotAllowed };

        if (cancellationToken.IsCancellationRequested)
            return handled with { Outcome = HandledOutcome.ShuttingDown };

        if (_break.IsOn)
            return handled with { Outcome = HandledOutcome.Ignored };

        try
        {
            if (!_budget.TrySpend())
                return handled with { Outcome = await _break.OfferAsync(cancellationToken).ConfigureAwait(false) ? HandledOutcome.Ignored : HandledOutcome.TooMany };

            return handled with { Outcome = HandledOutcome.Dialled, Result = await telephony.DialAsync(RequestOf(link, number, values), cancellationToken).ConfigureAwait(false) };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return handled with { Outcome = HandledOutcome.ShuttingDown };
        }
    }

    /// <summary>The id of the activation is that of the call, so that a link is dialled once; the cause makes the pipeline ask.</summary>
    private DialRequest RequestOf(ActivatedLink link, PhoneNumber number, IReadOnlyDictionary<string, string> values) => new(number)
    {
        CallId = new(link.Id),
        Cause = DialCause.Link,
        Scope = options.Scope,
        Subject = values.Count == 0 ? null : new CallSubject { Overrides = new TemplateValues(values.Select(static value => KeyValuePair.Create(value.Key, (string?)value.Value))) },
    };

    /// <summary>The handler seldom has the format of whoever made the link: that one first, then the link itself.</summary>
    private (PhoneNumber? Number, IReadOnlyDictionary<string, string> Values) Read(TelephonyUri uri) =>
        options.Format is { } format && format.TryMatch(uri.OriginalText, out var match) && match.Number is { } number
            ? (number, match.Variables)
            : (uri.Number, NoValues);
}
