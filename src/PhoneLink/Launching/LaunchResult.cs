namespace PhoneLink;

/// <summary>What a launcher knows about a launch.</summary>
/// <param name="Status">What is known.</param>
/// <remarks>Immutable and thread-safe; holds no part of the link.</remarks>
public sealed record LaunchResult(LaunchStatus Status)
{
    /// <summary>Gets the system's own code, an exit code or an error number, or <see langword="null"/> when there was none.</summary>
    public int? NativeCode { get; init; }
}
