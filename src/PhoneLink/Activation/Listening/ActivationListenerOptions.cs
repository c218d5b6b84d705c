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

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal IActivationChannel? Channel { get; set; }
}
