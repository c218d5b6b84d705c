namespace PhoneLink;

/// <content>Telephony of Windows.</content>
internal static partial class DialMessages
{
    public const string TapiMissing = "This system has no Windows telephony (TAPI); use another telephony provider.";

    public const string TapiNotInteractive = "There is no desktop here on which a call manager could run; use a telephony provider that needs none.";

    public const string TapiNoCallManager = "No call manager takes calls from other programs (TAPI); install the one of your telephone system, or choose it in its settings.";

    public const string TapiNotExpressible = "Windows telephony (TAPI) cannot dial this number: it is too long, or has a wait or a letter behind or in it.";

    private const string TapiExtension = "The extension was not dialled, since Windows telephony (TAPI) has no place for it; the dialling rules can have it keyed.";

    private const string TapiCharacters = "A name or comment was not told the call manager, since this system's code page lacks characters of it.";

    /// <summary>What did not reach the call manager; null when all did.</summary>
    public static string? TapiLoss(bool extension, bool characters) =>
        extension && characters ? $"{TapiExtension} {TapiCharacters}" : extension ? TapiExtension : characters ? TapiCharacters : null;
}
