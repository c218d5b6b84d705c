namespace PhoneLink;

/// <summary>Tells what would become of a launch, without one; an ability of launchers that can find it out.</summary>
internal interface ILaunchOutlook
{
    /// <summary>Looks for what opens links of a scheme.</summary>
    /// <param name="scheme">The scheme, in lower case.</param>
    LaunchOutlook Look(string scheme);
}

/// <summary>What would become of a launch.</summary>
/// <param name="Status">As a launch would answer; <see cref="LaunchStatus.Undecidable"/> where only a launch can tell.</param>
/// <param name="Handler">The name of the program that would get the link; null where it is not known.</param>
internal readonly record struct LaunchOutlook(LaunchStatus Status, string? Handler = null);
