using System.Xml;
using System.Xml.Linq;
using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Says what the shell will do with a scheme: its own answer first, the registry for what it does not tell.</summary>
internal sealed class WindowsStatus(WindowsTools tools)
{
    private static readonly RegistryKeyPath DefaultsPolicy = new(RegistryRoot.LocalMachine, @"Software\Policies\Microsoft\Windows\System");

    public RegistrationInfo Find(string scheme)
    {
        if (tools.System.PackageName is { } package)
            return new(RegistrationStatus.ManagedByPackage) { OwnerId = package };

        var command = tools.Shell.FindCommand(scheme);
        var starts = new RegistrationInfo(RegistrationStatus.NotRegistered)
        {
            OwnerId = tools.Shell.FindProgId(scheme) ?? (command is null ? null : scheme),
            OwnerName = tools.Shell.FindName(scheme),
            Executable = tools.Shell.FindExecutable(scheme) ?? (command is { Length: > 0 } ? WindowsCommandLine.Split(command)[0] : null),
        };
        if (FindPolicy(scheme) is { } policy)
            return starts with { Status = RegistrationStatus.ManagedByPolicy, OwnerId = policy };

        if (WindowsCommandLine.TryGetRegistered(command, out var program))
            return starts with { Status = tools.System.IsFile(program) ? RegistrationStatus.Default : RegistrationStatus.Stale, Executable = program };

        if (FindRegistered(scheme) is not var (id, registered))
            return starts;

        // A packaged program has neither, but a class that the user chose.
        var startsNothing = command is null && starts.Executable is null && (starts.OwnerId is null || new[] { scheme, id }.Contains(starts.OwnerId, StringComparer.OrdinalIgnoreCase));
        var own = new RegistrationInfo(tools.System.IsFile(registered) ? RegistrationStatus.Registered : RegistrationStatus.Stale) { OwnerId = id, Executable = registered };
        return startsNothing || own.Status is RegistrationStatus.Stale ? own : starts with { Status = RegistrationStatus.Candidate };
    }

    /// <summary>Finds a program that PhoneLink has registered, whether the shell starts it or not.</summary>
    private (string Id, string Executable)? FindRegistered(string scheme)
    {
        var classes = new[] { RegistryRoot.CurrentUser, RegistryRoot.LocalMachine }.Select(root => (Id: scheme, Key: WindowsKeys.SchemeClassOf(root, scheme)))
            .Concat(ClaimedSchemes.Find(tools.Registry, scheme).Select(static claim => (Id: claim.ProgId, Key: WindowsKeys.ProgIdClassOf(claim.Root, claim.ProgId))));
        foreach (var (id, key) in classes)
            if (WindowsCommandLine.TryGetRegistered(tools.Registry.Read(WindowsKeys.CommandOf(key), "")?.Text, out var executable))
                return (id, executable);

        return null;
    }

    /// <summary>Reads the administrator's list of default programs (Policy CSP, ApplicationDefaults/DefaultAssociationsConfiguration).</summary>
    private string? FindPolicy(string scheme)
    {
        if (tools.Registry.Read(DefaultsPolicy, "DefaultAssociationsConfiguration")?.Text is not { Length: > 0 } path || tools.System.ReadText(path) is not { } text)
            return null;

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Descendants("Association")
                .FirstOrDefault(association => string.Equals((string?)association.Attribute("Identifier"), scheme, StringComparison.OrdinalIgnoreCase))?.Attribute("ProgId")?.Value;
        }
        catch (XmlException)
        {
            return null; // Windows does not read it either.
        }
    }
}
