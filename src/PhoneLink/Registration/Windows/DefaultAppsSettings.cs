using System.Text;

namespace PhoneLink.Registration.Windows;

/// <summary>The page of the Windows settings where the user chooses default programs.</summary>
/// <remarks>https://learn.microsoft.com/windows/apps/develop/launch/launch-default-apps-settings</remarks>
internal static class DefaultAppsSettings
{
    private const string Page = "ms-settings:defaultapps";

    // Since the updates of April 2023 the page opens at a program's name: Windows 11 21H2 and 22H2, and every later one.
    private const int Windows11Version21H2 = 22000;
    private const int Windows11Version22H2 = 22621;
    private const int Update21H2 = 1817;
    private const int Update22H2 = 1555;

    public static string UriOf(ProtocolRegistration registration, (int Build, int Revision) version)
    {
        var opensAtName = version switch
        {
            (Windows11Version21H2, var revision) => revision >= Update21H2,
            (Windows11Version22H2, var revision) => revision >= Update22H2,
            var (build, _) => build > Windows11Version22H2,
        };
        if (!opensAtName || !SharedSchemes.Contains(registration.Scheme))
            return Page;

        var name = registration.Scope is RegistrationScope.User ? "registeredAppUser" : "registeredAppMachine";
        return $"{Page}?{name}={string.Concat(Encoding.UTF8.GetBytes(registration.Product!).Select(Escape))}";
    }

    private static string Escape(byte unit) => char.IsAsciiLetterOrDigit((char)unit) ? $"{(char)unit}" : $"%{unit:X2}";
}
