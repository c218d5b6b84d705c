namespace PhoneLink;

/// <summary>A layer over another provider; passes everything on unless overridden.</summary>
/// <remarks>Thread-safe when the inner provider is, and as long as what is derived from it keeps no unguarded state.</remarks>
public abstract class DelegatingTelephonyProvider : ITelephonyProvider
{
    /// <summary>Makes the layer.</summary>
    /// <param name="inner">The provider below.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    protected DelegatingTelephonyProvider(ITelephonyProvider inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <summary>Gets the provider below.</summary>
    protected ITelephonyProvider Inner { get; }

    /// <inheritdoc/>
    public virtual Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default) =>
        Inner.DialAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : Inner.GetService(serviceType, serviceKey);
    }
}
