using System.Diagnostics.CodeAnalysis;
using PhoneLink;

namespace DialHandler;

/// <summary>The telephone that the settings choose; a link can choose none.</summary>
internal static class Telephone
{
    /// <summary>Makes the telephone; calls that were to go on by the handler's own scheme would come back to it without end.</summary>
    public static bool TryMake(HandlerSettings settings, [NotNullWhen(true)] out ITelephonyProvider? phone, [NotNullWhen(false)] out string? problem)
    {
        (phone, problem) = (null, null);
        if (settings.ForwardTo is null)
            phone = new JournalPhone();
        else if (!PhoneLinkFormat.TryParse(settings.ForwardTo, null, out var format, out var error))
            problem = $"ForwardTo is no phone-link format. {error.Message}";
        else if (format.Scheme.Equals(settings.Scheme, StringComparison.OrdinalIgnoreCase))
            problem = $"ForwardTo is of '{settings.Scheme}:', which is this handler's own scheme.";
        else
            phone = new LinkTelephonyProvider(format);

        return phone is not null;
    }
}
