namespace PhoneLink;

/// <summary>Recognises the program that this process runs, behind symbolic links.</summary>
internal static class OwnProgram
{
    /// <summary>Programs that run other programs: two handlers started by one of them are not the same handler.</summary>
    private static readonly string[] Hosts = ["dotnet", "mono"];

    public static bool Is(string program, string? own) =>
        own is not null
        && !Hosts.Contains(Path.GetFileName(own), StringComparer.Ordinal)
        && OperatingSystem.IsLinux()
        && LibC.RealPath(program) is { } real
        && real == LibC.RealPath(own);
}
