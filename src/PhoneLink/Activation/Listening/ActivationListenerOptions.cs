namespace PhoneLink.Activation;

/// <summary>Options of a listener.</summary>
/// <remarks>Not thread-safe while it is changed.</remarks>
public sealed class ActivationListenerOptions
{
    /// <summary>Gets or sets what a link may be.</summary>
    public ActivationOptions Activation { get; set; } = new();

    /// <summary>Gets or sets the name that the instances of one program share.</summary>
    /// <value>Null by default, which means the path of the program. Any text; only its hash is used.</value>
    public string? InstanceName { get; set; }

    /// <summary>Gets or sets what tells two installations of a program apart, as for a registration.</summary>
    /// <value>Null by default.</value>
    public string? InstanceSuffix { get; set; }

    /// <summary>Gets or sets how many links wait at most until they are read; a later process is told that the first is busy then, and ends with 4.</summary>
    /// <value>64 by default, which is the most. A handler that asks about each link is well served with 16.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 64.</exception>
    public int MaxWaiting
    {
        get;
        set => field = value is >= 1 and <= ActivationQueue.MaxCapacity ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"1 to {ActivationQueue.MaxCapacity} links may wait.");
    } = ActivationQueue.MaxCapacity;

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal ILocalChannel? Channel { get; set; }

    /// <summary>Copies the options, those of links too.</summary>
    /// <param name="parameter">The name of the caller's parameter.</param>
    /// <exception cref="ArgumentException">There is no clock, or nothing that says what a link may be.</exception>
    internal ActivationListenerOptions CheckedCopy(string parameter)
    {
        if (Activation is null || TimeProvider is null)
            throw new ArgumentException($"{nameof(Activation)} and {nameof(TimeProvider)} are needed.", parameter);

        var copy = (ActivationListenerOptions)MemberwiseClone();
        copy.Activation = Activation.Copy();
        return copy;
    }
}
