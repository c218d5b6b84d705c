using System.Globalization;

namespace PhoneLink;

/// <summary>Counts how often a link went through the operating system, in the environment that a started program inherits.</summary>
/// <remarks>D-Bus, portals and browsers lose the count; <see cref="LaunchHistory"/> is the second guard.</remarks>
internal static class HopCount
{
    public const string Variable = "PHONELINK_HOP";

    /// <summary>A handler that opens a link is one hop, its handler another; the third is a loop.</summary>
    public const int Limit = 3;

    /// <summary>What came with the request that this process is carrying out; it goes where the work goes.</summary>
    private static readonly AsyncLocal<int> Request = new();

    /// <summary>Gets the count of what this process is doing now: its own start's, or that of the request which it is carrying out.</summary>
    public static int Current => Of(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Reads the count of a start, unless the request that is being carried out has more.</summary>
    public static int Of(string? value) => Math.Max(Read(value), Request.Value);

    /// <summary>Notes what came with a request, for what the caller does from here on.</summary>
    public static void Receive(int hops) => Request.Value = Math.Min(hops, Limit);

    /// <summary>Reads the count; what is not a small number counts as none.</summary>
    public static int Read(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var hops) ? Math.Min(hops, Limit) : 0;

    public static string Next(int hops) => (hops + 1).ToString(CultureInfo.InvariantCulture);
}
