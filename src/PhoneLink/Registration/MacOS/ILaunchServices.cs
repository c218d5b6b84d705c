namespace PhoneLink.Registration.MacOS;

/// <summary>What macOS knows of the programs for a scheme, each named by its bundle identifier.</summary>
internal interface ILaunchServices
{
    /// <summary>Asks for the program that is started for a scheme's links; null when there is none.</summary>
    string? FindDefaultHandler(string scheme);

    /// <summary>Asks for the programs that declare a scheme.</summary>
    IReadOnlyList<string> ListHandlers(string scheme);

    /// <summary>Asks for a change of the default, which the system may leave to the user, or undo.</summary>
    /// <returns>An OSStatus; 0 is that the request was taken.</returns>
    int SetDefaultHandler(string scheme, string bundleId);
}
