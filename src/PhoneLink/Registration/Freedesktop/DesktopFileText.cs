using PhoneLink.Activation;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>The text of the desktop file of a registration.</summary>
internal static class DesktopFileText
{
    /// <summary>Writes the text; every line ends with a line feed.</summary>
    /// <param name="registration">A checked registration.</param>
    /// <param name="program">The first word of Exec, quoted where needed, before the escapes of key files.</param>
    public static string Write(ProtocolRegistration registration, string program) =>
        $"""
        [{DesktopEntry.Group}]
        Type=Application
        Name={KeyFileText.Escape(registration.DisplayName)}
        Exec={KeyFileText.Escape(program)} {string.Join(' ', ProtocolActivation.Arguments)} %u
        Terminal=false
        NoDisplay={(registration.ShowInMenus ? "false" : "true")}
        MimeType={HandlerResolver.MimeTypeOf(registration.Scheme)};
        {DesktopEntry.OwnerKey}={registration.ApplicationId}

        """.ReplaceLineEndings("\n");
}
