using PhoneLink.Registration.MacOS;

namespace PhoneLink.Registration;

/// <summary>Checks whether a macOS program's <c>Info.plist</c> declares the schemes that the program is to open.</summary>
/// <remarks>
/// Thread-safe. On macOS the bundle declares its schemes, and a change after signing breaks the signature; so the list is made by
/// <see cref="RegistrationExport.ToInfoPlist"/>, merged before signing, and only checked here, on any system. In the net10.0 build
/// only. Written after Apple's documentation; not run against macOS.
/// </remarks>
public static class InfoPlist
{
    /// <summary>Says what is wrong with an <c>Info.plist</c>; changes nothing.</summary>
    /// <param name="contents">The file in its XML form; one mebibyte at most; it is not closed.</param>
    /// <param name="schemes">The schemes that it should declare, without the colon, in any case.</param>
    /// <returns>
    /// The problems, each in a sentence; empty when there are none. <see cref="RegistrationProblemKind.Refused"/> when the file cannot be
    /// read, which a binary property list cannot: convert a copy (<c>plutil -convert xml1 -o copy.plist Info.plist</c>).
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="RegistrationException">A scheme is refused (<see cref="RegistrationFailure.InvalidScheme"/>).</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <remarks>
    /// Of
    /// <see href="https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleurltypes">CFBundleURLTypes</see>
    /// are checked: the types of its values, roles and ranks that open nothing, malformed schemes, schemes declared twice, and those missing;
    /// also the bundle's identifier, by which macOS knows the program. The file is not trusted: its DOCTYPE is passed over and nothing is fetched.
    /// </remarks>
    public static IReadOnlyList<RegistrationProblem> Check(Stream contents, IReadOnlyList<string> schemes)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(schemes);
        foreach (var scheme in schemes)
            RegistrationRules.CheckScheme(scheme);

        return InfoPlistChecks.Check(contents, [.. schemes.Select(static scheme => scheme.ToLowerInvariant()).Distinct()]);
    }
}
