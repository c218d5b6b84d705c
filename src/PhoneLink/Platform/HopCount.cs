using System.Globalization;

namespace PhoneLink;

/// <summary>Counts how often a link went through the operating system, in the environment that a started program inherits.</summary>
/// <remarks>D-Bus, portals and browsers lose the count; <see cref="LaunchHistory"/> is the second guard.</remarks>
internal static class HopCount
{
    public const string Variable = "PHONELINK_HOP";

    /// <summary>A handler that opens a link is one hop, its handler another; the third is a loop.</summary>
    public const int Limit = 3;

    /// <summary>Reads the count; what is not a small number counts as none.</summary>
    public static int Read(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var hops) ? Math.Min(hops, Limit) : 0;

    public static string Next(int hops) => (hops + 1).ToString(CultureInfo.InvariantCulture);
}
