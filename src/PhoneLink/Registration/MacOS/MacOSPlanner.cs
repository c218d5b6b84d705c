namespace PhoneLink.Registration.MacOS;

/// <summary>What a registration means on macOS; nothing of it can be applied from outside the bundle.</summary>
internal static class MacOSPlanner
{
    /// <summary>Gives the plan of a registration, which is only to be read.</summary>
    public static RegistrationPlan PlanForAnybody(ProtocolRegistration registration)
    {
        var known = RegistrationRules.Check(registration);
        RegistrationRules.CheckPath(known.Executable);
        return new(known,
        [
            new MacOSNote("Info.plist", $"Declare the scheme in the bundle's Info.plist, before the bundle is signed:\n{UrlTypesText.Write([known]).ReplaceLineEndings("\n").TrimEnd()}"),
            new MacOSNote("Launch Services", $"Ask macOS to make the bundle the default for '{known.Scheme}:' (MacOSSchemeHandlers); the user may be asked, and may decline."),
        ]);
    }
}

/// <summary>Tells the reader of a plan what to do.</summary>
internal sealed class MacOSNote(string target, string note) : RegistrationStep(target, note);
