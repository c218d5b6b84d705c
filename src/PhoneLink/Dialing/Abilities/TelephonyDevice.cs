namespace PhoneLink;

/// <summary>A telephone or line of the caller's.</summary>
/// <param name="Id">What <see cref="DialRequest.Device"/> says to choose it.</param>
/// <param name="Name">Its name for a person.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints neither, since either may be a number.</remarks>
public sealed record TelephonyDevice(string Id, string Name)
{
    /// <summary>Gets whether it is used when a request names none.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Returns the type's name.</summary>
    /// <returns>For logs.</returns>
    public override string ToString() => nameof(TelephonyDevice);
}
