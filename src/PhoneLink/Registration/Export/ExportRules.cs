using PhoneLink.Registration.Windows;

namespace PhoneLink.Registration.Export;

/// <summary>What is checked of every list of registrations before it is written.</summary>
internal static class ExportRules
{
    /// <summary>Checks registrations that end up in one file.</summary>
    /// <returns>The registrations with the schemes in lower case and the names filled in.</returns>
    public static IReadOnlyList<ProtocolRegistration> Check(IReadOnlyList<ProtocolRegistration> registrations)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        if (registrations.Count == 0 || registrations.Contains(null!))
            throw new ArgumentException("The list of registrations is empty or holds a null.", nameof(registrations));

        var all = registrations.Select(RegistrationRules.Check).ToList();
        if (all.DistinctBy(static registration => registration.Scheme).Count() < all.Count)
            throw new ArgumentException("Two registrations are of one scheme.", nameof(registrations));

        return all.DistinctBy(static registration => registration.ApplicationId).Count() < all.Count
            ? throw new ArgumentException("Two registrations have one application id; each scheme needs its own.", nameof(registrations))
            : all;
    }

    /// <summary>Checks registrations for Windows, where the program's path and the names meet further rules.</summary>
    public static IReadOnlyList<ProtocolRegistration> CheckForWindows(IReadOnlyList<ProtocolRegistration> registrations)
    {
        var all = Check(registrations);
        foreach (var registration in all)
        {
            WindowsPrograms.CheckPath(registration.Executable);
            if (SharedSchemes.Contains(registration.Scheme))
                CheckProduct(registration.Product!);
        }

        return all.Where(static registration => SharedSchemes.Contains(registration.Scheme)).GroupBy(WindowsKeys.ProgIdOf, StringComparer.OrdinalIgnoreCase).Any(static group => group.Count() > 1)
            ? throw new ArgumentException("Two application ids differ only in case or punctuation, which on Windows makes them one.", nameof(registrations))
            : all;
    }

    /// <summary>Checks the product's name, which names a key where the scheme is shared, in a file that puts keys into brackets.</summary>
    private static void CheckProduct(string product)
    {
        if (product.AsSpan().ContainsAny('\\', '[', ']'))
            throw new RegistrationException(RegistrationFailure.InvalidName, "On Windows a product's name has no backslash or square bracket: it names a registry key.");
    }

    /// <summary>Checks the path of a program on a Linux desktop: such as every opener can start without a launcher beside it.</summary>
    public static void CheckDesktopExecutable(string executable)
    {
        if (string.IsNullOrEmpty(executable) || !executable.StartsWith('/') || executable.Split('/').Any(static part => part is "." or ".."))
            throw new RegistrationException(RegistrationFailure.InvalidExecutable, "On Linux the executable is an absolute path without '/./' and '/../'.");

        if (!executable.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '+' or '-'))
            throw new RegistrationException(RegistrationFailure.InvalidExecutable, "The executable's path has a character that xdg-open cannot start; install the program under letters, digits and '/._+-'.");

        if (RegistrationRules.IsScriptHost(executable[executable.LastIndexOf('/')..][1..]))
            throw new RegistrationException(RegistrationFailure.InvalidExecutable, "The executable is a script host or a command file; register a program of its own.");
    }
}
