namespace PhoneLink;

/// <summary>Shorter ways to use a provider.</summary>
public static class TelephonyProviderExtensions
{
    /// <summary>Calls a number because somebody pressed a button in the host.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Ends the attempt as long as nothing was dispatched.</param>
    /// <returns>What is known about the call.</returns>
    /// <exception cref="ArgumentNullException">The provider or the number is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before anything was dispatched.</exception>
    /// <remarks>For a number that came in a link, make a <see cref="DialRequest"/> with <see cref="DialCause.Link"/>.</remarks>
    public static Task<DialResult> DialAsync(this ITelephonyProvider provider, PhoneNumber number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.DialAsync(new DialRequest(number), cancellationToken);
    }

    /// <summary>Asks for something that the provider, or a layer of it, can do besides.</summary>
    /// <typeparam name="T">The type that is wanted.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="serviceKey">Which one of several; null for the only one.</param>
    /// <returns>An instance of the type, or <see langword="null"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    public static T? GetService<T>(this ITelephonyProvider provider, object? serviceKey = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(provider);
        return (T?)provider.GetService(typeof(T), serviceKey);
    }
}
