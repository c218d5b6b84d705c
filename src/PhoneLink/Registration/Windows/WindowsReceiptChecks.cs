using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>What a receipt may say; it is not trusted, since others can have written it.</summary>
internal static class WindowsReceiptChecks
{
    /// <summary>Checks a receipt as a stranger's: each change must be one that its registration makes.</summary>
    public static void Receipt(ReceiptDocument document, string platform)
    {
        if (document.Platform != platform)
            throw Invalid("it comes from another kind of system");

        var registration = document.Registration;
        if (!IsWellFormed(registration))
            throw Invalid("its scheme or a name is malformed");

        if (document.Changes.FirstOrDefault(change => !Makes(registration, change)) is { } foreign)
            throw Invalid($"'{foreign.Path}' is nothing that this registration writes");
    }

    /// <summary>Checks changes that no receipt of PhoneLink's tells of: what is put back must not be what an attacker would like to see started.</summary>
    public static void Unkept(ReceiptDocument document, IRegistryEditor registry)
    {
        var keys = new WindowsKeys(document.Registration);
        if (document.Changes.OfType<RegistryValueChanged>().FirstOrDefault(change => !IsHarmless(change, keys)) is { } harmful)
            throw Invalid($"PhoneLink's own copy does not know what it would put back into '{harmful.Path}'");

        if (TakesApart(document.Changes.OfType<RegistryValueChanged>().ToList(), keys, registry))
            throw Invalid($"'{keys.Class}' has the command that it calls the earlier one, so that the rest is not this registration's either");
    }

    /// <summary>Says whether a change is one that a registration can make.</summary>
    public static bool Makes(ProtocolRegistration registration, ReceiptChange change)
    {
        var keys = new WindowsKeys(registration);
        return IsOurs(change, keys, [.. WindowsEntries.All(registration, keys)]);
    }

    private static bool IsWellFormed(ProtocolRegistration registration)
    {
        try
        {
            return registration.Product is not null && RegistrationRules.Check(registration) == registration && !registration.Product.Contains('\\', StringComparison.Ordinal);
        }
        catch (RegistrationException)
        {
            return false;
        }
    }

    /// <summary>A class that has its earlier command was given back whole: what is there is its owner's, also where it is what we would write.</summary>
    private static bool TakesApart(List<RegistryValueChanged> changes, WindowsKeys keys, IRegistryEditor registry)
    {
        var current = registry.Read(keys.Command, "");
        return current is not null
            && changes.Exists(change => IsAt(change, keys.Command) && change.Name.Length == 0 && change.Before == current && change.After != current)
            && changes.Exists(change => RegistryKeyPath.TryParse(change.Path, out var key) && (key == keys.Class || IsAbove(keys.Class, key)) && change.Before != change.After && registry.Read(key, change.Name) == change.After);
    }

    private static bool IsAt(RegistryValueChanged change, RegistryKeyPath wanted) => RegistryKeyPath.TryParse(change.Path, out var key) && key == wanted;

    private static bool IsOurs(ReceiptChange change, WindowsKeys keys, List<RegistryEntry> entries)
    {
        if (change is AssociationsNotified)
            return true;

        if (!RegistryKeyPath.TryParse(change.Path, out var key))
            return false;

        return change switch
        {
            RegistryKeyCreated => entries.Exists(entry => entry.Key == key || IsAbove(key, entry.Key)),
            RegistryValueChanged { After: null } value => key == keys.Command && value.Name == PrivateSchemeStep.DelegateExecute,
            RegistryValueChanged value => entries.Exists(entry => entry.Key == key && string.Equals(entry.Name, value.Name, StringComparison.OrdinalIgnoreCase) && Writes(entry, value.After.Text, keys)),
            _ => false,
        };
    }

    /// <summary>Programs and names change from one version to the next; where a product's claims are, and for which class, does not.</summary>
    private static bool Writes(RegistryEntry entry, string? text, WindowsKeys keys)
    {
        if (entry.Key == keys.Command)
            return WindowsCommandLine.TryGetRegistered(text, out _);

        return (entry.Key != keys.RegisteredApplications && entry.Key != keys.UrlAssociations) || string.Equals(entry.Text, text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Says whether what is put back starts a program of its own: no script, no COM class, nothing that a variable names.</summary>
    private static bool IsHarmless(RegistryValueChanged value, WindowsKeys keys)
    {
        if (value.Before is null)
            return true;

        // Only an administrator writes there, and so only his own receipt tells what was there.
        if (keys.Root is RegistryRoot.LocalMachine || value.Name == PrivateSchemeStep.DelegateExecute)
            return false;

        if (!RegistryKeyPath.TryParse(value.Path, out var key) || key != keys.Command)
            return true;

        return value.Before.Text is { } before && !MayStartScript(before);
    }

    /// <summary>Says whether a command may start a script host, or what a variable names.</summary>
    /// <remarks>Of a path with blanks and without quotes Windows tries each part (https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw).</remarks>
    private static bool MayStartScript(string command)
    {
        var text = command.TrimStart(' ', '\t');
        var program = WindowsCommandLine.Split(text)[0];
        if (program.Contains('%', StringComparison.Ordinal) || WindowsPrograms.IsScriptHost(program))
            return true;

        if (text.StartsWith('"'))
            return false;

        for (var end = text.IndexOfAny([' ', '\t']); end >= 0; end = text.IndexOfAny([' ', '\t'], end + 1))
            if (WindowsPrograms.IsScriptHost(text[..end]))
                return true;

        return WindowsPrograms.IsScriptHost(text);
    }

    private static bool IsAbove(RegistryKeyPath key, RegistryKeyPath below) => below.Parent is { } parent && (parent == key || IsAbove(key, parent));

    private static RegistrationException Invalid(string reason) =>
        new(RegistrationFailure.InvalidReceipt, $"The receipt is refused: {reason}. Nothing is changed.");
}
