namespace PhoneLink;

/// <summary>What is known after a link was handed to the operating system.</summary>
/// <param name="Status">What is known.</param>
public sealed record LaunchResult(LaunchStatus Status)
{
    /// <summary>Gets the opener's exit code or the system's error number, where there was one.</summary>
    public int? NativeCode { get; init; }
}
