namespace PhoneLink;

/// <summary>Identifies a call from the host to the back end; <c>default</c> identifies none.</summary>
/// <param name="Value">The id.</param>
public readonly record struct CallId(Guid Value)
{
    /// <summary>Makes a new id.</summary>
    /// <returns>An id that nobody has; it sorts by time (RFC 9562 version 7), except on .NET Framework.</returns>
#if NET
    public static CallId New() => new(Guid.CreateVersion7());
#else
    public static CallId New() => new(Guid.NewGuid());
#endif

    /// <summary>Returns the id as text.</summary>
    /// <returns>32 hexadecimal digits with hyphens.</returns>
    public override string ToString() => Value.ToString();
}
