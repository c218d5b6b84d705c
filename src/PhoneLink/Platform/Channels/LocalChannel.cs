using System.Text;

namespace PhoneLink;

/// <summary>Makes the channel of this system, and names it.</summary>
internal static class LocalChannel
{
    /// <summary>Makes a channel.</summary>
    /// <param name="instance">What the processes of one program share; made by <see cref="InstanceOf"/>.</param>
    /// <param name="mayMake">Whether what it needs is made where it is not there; whoever only asks makes nothing.</param>
    /// <exception cref="IOException">There is no directory that only this user can enter.</exception>
    public static ILocalChannel ForCurrentOS(string instance, bool mayMake = true) =>
        OperatingSystem.IsWindows() ? new PipeLocalChannel(instance) : new UnixLocalChannel(SystemEnvironment.Instance, instance, mayMake);

    /// <summary>Makes a name of texts: 64 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv), since it keeps out nobody; SHA-256 would load OpenSSL, which takes longer than the rest of a hand-over.</summary>
    public static string InstanceOf(string? name, string? suffix)
    {
        const ulong Offset = 0xcbf29ce484222325;
        const ulong Prime = 0x100000001b3;
        return Encoding.UTF8.GetBytes($"{name}\n{suffix}").Aggregate(Offset, static (hash, one) => unchecked((hash ^ one) * Prime)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
