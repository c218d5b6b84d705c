namespace PhoneLink.Registration.Windows;

/// <summary>Works out the steps of a registration; reads and writes nothing.</summary>
internal static class WindowsPlanner
{
    /// <summary>Gives the steps of a checked registration.</summary>
    public static IReadOnlyList<RegistrationStep> Plan(ProtocolRegistration registration, IEnumerable<string> notes)
    {
        var keys = new WindowsKeys(registration);
        return [.. keys.IsShared ? Shared(registration, keys) : Private(registration, keys), new NotifyStep(), .. notes.Select(note => new WindowsNote(registration.Executable, note))];
    }

    private static IEnumerable<RegistrationStep> Private(ProtocolRegistration registration, WindowsKeys keys) =>
        [new PrivateSchemeStep(keys, WindowsEntries.PrivateScheme(registration, keys))];

    private static IEnumerable<RegistrationStep> Shared(ProtocolRegistration registration, WindowsKeys keys) =>
    [
        new RegistryStep("Describe the program and its command.", WindowsEntries.ProgramClass(registration, keys)),
        new RegistryStep("Say which schemes the product opens.", WindowsEntries.Capabilities(registration, keys)),
        new RegistryStep("List the product among those that the user chooses from.", [WindowsEntries.Application(registration, keys)]),
        new SchemeRootStep(registration.Scheme, WindowsEntries.SchemeRoot(keys)),
        new WindowsNote(registration.Scheme, $"Note: Windows starts the program for '{registration.Scheme}:' only when the user has chosen it, in the settings or at the first such link."),
    ];
}
