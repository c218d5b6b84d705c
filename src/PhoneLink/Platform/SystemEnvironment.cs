namespace PhoneLink;

/// <summary>The real environment of this process.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
internal sealed class SystemEnvironment : ISystemEnvironment
{
    public static SystemEnvironment Instance { get; } = new();

    public uint? UserId => OperatingSystem.IsLinux() ? LibC.EffectiveUserId : null;

    public string? GetVariable(string name) => Environment.GetEnvironmentVariable(name);
}
