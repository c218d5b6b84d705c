using System.Globalization;

namespace PhoneLink;

/// <summary>All sentences about the steps of a dial plan, in one place; none holds personal data.</summary>
internal static class DialNotes
{
    public const string Emergency = "An emergency number of the region; dialled without prefix.";
    public const string EmergencyFloor = "Perhaps an emergency number; dialled as it is.";
    public const string ServiceCode = "A code for the telephone network; dialled as it is.";
    public const string Context = "Valid within its context; dialled as it is.";
    public const string ExtensionPattern = "An extension by the plan's patterns; dialled as it is.";
    public const string Short = "Shorter than external numbers are; dialled as it is.";
    public const string ShortCode = "A short code of the region; it has no global form.";
    public const string NoRegion = "The region is not known, so the number keeps its digits.";
    public const string NotNational = "No number of the region, as far as the numbering plan knows; it keeps its digits.";
    public const string NoInternationalPrefix = "The plus stays, since no international prefix is known; no outside line prefix can stand before it.";
    public const string Ambiguous = "The international prefix in place of the plus; what is dialled does not tell the number again.";
    public const string MayHoldLine = "The first digits may be an outside line prefix; they are taken for the number's.";
    public const string PlusKept = "Dialled with the plus.";
    public const string Local = "The local form, without area code.";
    public const string National = "The national form of the region.";
    public const string International = "The international prefix in place of the plus.";
    public const string RuleDialsNoNumber = "A rule matches and was passed over: what it makes is no number.";
    public const string RuleDialsEmergency = "A rule matches and was passed over: what it makes is an emergency number.";
    public const string TooLong = "Left out, since the number would be longer than 64 characters.";
    public const string ExtensionKept = "The extension stays beside the number.";
    public const string ExtensionPaused = "The extension is keyed after two pauses.";
    public const string ExtensionDropped = "The plan leaves the extension out.";
    public const string ExtensionUnkeyable = "The extension stays beside the number, since it would be more than 64 characters to key.";

    /// <summary>Names a rule by its place: the rule itself may hold a whole number.</summary>
    public static string Rule(int index, bool tellsNumber) =>
        $"By rule {(index + 1).ToString(CultureInfo.InvariantCulture)} of the plan.{(tellsNumber ? "" : " What it dials does not tell the number again.")}";
}
