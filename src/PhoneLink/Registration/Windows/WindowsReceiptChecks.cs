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
    public static void Unkept(ReceiptDocument document)
    {
        var keys = new WindowsKeys(document.Registration);
        if (document.Changes.OfType<RegistryValueChanged>().FirstOrDefault(change => !IsHarmless(change, keys)) is { } harmful)
            throw Invalid($"PhoneLink's own copy does not know what it would put back into '{harmful.Path}'");
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
            RegistryValueChanged value => entries.Exists(entry => entry.Key == key && entry.Name == value.Name) && (key != keys.Command || WindowsCommandLine.TryGetRegistered(value.After.Text, out _)),
            _ => false,
        };
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

        return value.Before.Text is { } before && !IsScript(WindowsCommandLine.Split(before)[0]);
    }

    /// <summary>Windows does not see blanks and dots at the end of a file's name.</summary>
    private static bool IsScript(string program) =>
        program.Contains('%', StringComparison.Ordinal) || RegistrationRules.IsScriptHost(program[(program.LastIndexOfAny(['\\', '/']) + 1)..].TrimEnd(' ', '.'));

    private static bool IsAbove(RegistryKeyPath key, RegistryKeyPath below) => below.Parent is { } parent && (parent == key || IsAbove(key, parent));

    private static RegistrationException Invalid(string reason) =>
        new(RegistrationFailure.InvalidReceipt, $"The receipt is refused: {reason}. Nothing is changed.");
}
