using System.Text;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Whose a desktop file is. The label is a convention between registrations, no protection against the user's own programs.</summary>
internal static class Ownership
{
    /// <summary>Says whether a desktop file is the registration's own.</summary>
    public static bool IsOurs(byte[] desktopFile, string applicationId, string scheme)
    {
        var entry = DesktopEntry.Parse(Encoding.UTF8.GetString(desktopFile));
        return entry.Owner == applicationId && entry.MimeTypes.Contains(HandlerResolver.MimeTypeOf(scheme));
    }

    /// <summary>Refuses to write over a desktop file of another program, or of another scheme of this one.</summary>
    public static void CheckDesktopFile(string path, byte[] contents, ProtocolRegistration registration)
    {
        if (registration.ReplaceOtherHandler || IsOurs(contents, registration.ApplicationId!, registration.Scheme))
            return;

        var entry = DesktopEntry.Parse(Encoding.UTF8.GetString(contents));
        throw new RegistrationException(
            RegistrationFailure.OwnedByOther,
            $"'{path}' is the desktop file of '{entry.Name}', not of this registration; use another ApplicationId (each scheme needs its own), or set ReplaceOtherHandler.");
    }

    /// <summary>Refuses to take a scheme from another program silently.</summary>
    public static void CheckHandler(FreedesktopTools tools, string desktopId, ProtocolRegistration registration)
    {
        if (!registration.ReplaceOtherHandler && FindOther(tools, desktopId, registration.Scheme) is { } other)
            throw new RegistrationException(
                RegistrationFailure.OwnedByOther,
                $"Links of '{registration.Scheme}:' are opened by {other}; set ReplaceOtherHandler to take them over.");
    }

    /// <summary>Names the program that opens a scheme's links, if that is another one.</summary>
    public static string? FindOther(FreedesktopTools tools, string desktopId, string scheme) =>
        tools.Resolver.Resolve(scheme, HandlerRules.Gio) is { } handler && handler.DesktopId != desktopId ? $"'{handler.Name}' ({handler.DesktopId})" : null;
}
