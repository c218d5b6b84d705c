using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PhoneLink.Registration.Export;

/// <summary>What Windows asks of a registration, judged from text alone on any system.</summary>
internal static class WindowsRules
{
    /// <summary>https://learn.microsoft.com/windows/win32/com/-progid--key: letters, digits and periods, no more than this.</summary>
    public const int MaxProgIdLength = 39;

    private const string ProgramExtension = ".exe";

    /// <summary>With the index of the icon a path must fit in MAX_PATH, which counts the terminating null.</summary>
    private const int MaxPathLength = 260 - 1 - 2;

    private const int HashLength = 8;

    /// <summary>A percent sign would be read as %1 or a variable; the others Windows forbids in a name or reads as something else.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("%\"<>|?*/:");

    /// <summary>Schemes that several programs offer, among which the user chooses; a class of the scheme's name alone changes nothing.</summary>
    private static readonly HashSet<string> SharedSchemes = new(StringComparer.Ordinal) { "tel", "callto", "sip", "sips", "sms", "facetime" };

    /// <summary>Says whether Windows lets the user choose among programs for a scheme.</summary>
    /// <param name="scheme">The scheme in lower case.</param>
    public static bool IsShared(string scheme) => SharedSchemes.Contains(scheme);

    /// <summary>Checks the program's path; whether it exists is another machine's business.</summary>
    public static void CheckExecutable(string executable)
    {
        if (string.IsNullOrEmpty(executable) || executable.Length < 3 || !char.IsAsciiLetter(executable[0]) || executable[1] != ':' || executable[2] != '\\')
            throw Refuse(RegistrationFailure.InvalidExecutable, "On Windows the executable is a path with a drive, such as 'C:\\Program Files\\Contoso\\phone.exe'; a network path is refused.");

        if (executable.Length > MaxPathLength)
            throw Refuse(RegistrationFailure.InvalidExecutable, $"On Windows the executable's path has at most {MaxPathLength} characters.");

        var path = executable.AsSpan(3);
        if (path.ContainsAny(Forbidden) || path.ContainsAnyInRange('\0', '\x1f') || executable.Any(char.IsSurrogate))
            throw Refuse(RegistrationFailure.InvalidExecutable, "The executable's path has a character that Windows forbids or would read as something else, such as '%'.");

        var parts = executable[3..].Split('\\');
        if (parts.Any(static part => part.Length == 0 || part[^1] is ' ' or '.'))
            throw Refuse(RegistrationFailure.InvalidExecutable, "A part of the executable's path is empty or ends with a space or a period, which Windows drops.");

        if (!parts[^1].EndsWith(ProgramExtension, StringComparison.OrdinalIgnoreCase) || RegistrationRules.IsScriptHost(parts[^1]))
            throw Refuse(RegistrationFailure.InvalidExecutable, "On Windows the executable is an .exe that is no script host; register a program of its own.");
    }

    /// <summary>Checks the product's name, which names a key where the scheme is shared.</summary>
    public static void CheckProduct(string product)
    {
        if (product.AsSpan().ContainsAny('\\', '[', ']'))
            throw Refuse(RegistrationFailure.InvalidName, "On Windows a product's name has no backslash or square bracket: it names a registry key.");
    }

    /// <summary>Makes the name of the class of a shared scheme's links out of the application id: one for each id, the same on every machine.</summary>
    public static string ProgIdOf(ProtocolRegistration registration)
    {
        var id = registration.ApplicationId!;
        var name = string.Join('.', id.Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is > 0 and <= MaxProgIdLength)
            return name;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashLength];
        return $"{name[..Math.Min(name.Length, MaxProgIdLength - HashLength - 1)].TrimEnd('.')}.{hash}".TrimStart('.');
    }

    private static RegistrationException Refuse(RegistrationFailure failure, string message) => new(failure, message);
}
