namespace PhoneLink;

/// <summary>Makes the launcher of the operating system that the process runs on.</summary>
public static class LinkLauncher
{
    /// <summary>Makes the launcher of this operating system.</summary>
    /// <param name="policy">Which schemes and web hosts may be launched; null for <see cref="SchemePolicy.Default"/>.</param>
    /// <returns>A launcher; where the system is not supported, one that answers <see cref="LaunchStatus.NoOpener"/>.</returns>
    /// <remarks>On netstandard2.0 Windows alone is supported; Linux and macOS need .NET 10.</remarks>
    public static ILinkLauncher ForCurrentOS(SchemePolicy? policy = null) =>
        new CheckedLinkLauncher(CreateForCurrentOS(), policy ?? SchemePolicy.Default, LaunchHistory.OfThisProcess);

    /// <summary>Makes the launcher of this operating system with a policy that is asked for at each launch.</summary>
    internal static ILinkLauncher ForCurrentOS(Func<SchemePolicy> policy) => new CheckedLinkLauncher(CreateForCurrentOS(), policy, LaunchHistory.OfThisProcess);

    private static ILinkLauncher CreateForCurrentOS()
    {
#if NET
        if (OperatingSystem.IsWindows())
            return new WindowsLinkLauncher(TimeProvider.System);

        var processes = new SystemProcessRunner(TimeProvider.System);
        if (OperatingSystem.IsLinux())
            return new LinuxLinkLauncher(PhysicalFileSystem.Instance, SystemEnvironment.Instance, processes);

        if (OperatingSystem.IsMacOS())
            return new MacLinkLauncher(SystemEnvironment.Instance, processes);
#else
        if (System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(System.Runtime.InteropServices.OSPlatform.Windows))
            return new WindowsLinkLauncher(TimeProvider.System);
#endif
        return new NoLinkLauncher();
    }
}
