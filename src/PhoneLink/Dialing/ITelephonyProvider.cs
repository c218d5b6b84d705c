namespace PhoneLink;

/// <summary>Carries out calls: an OS link, a telephone system, or a pipeline of layers over one.</summary>
/// <remarks>
/// <para>Implementations are thread-safe: any number of calls may be dialled at a time.</para>
/// <para>
/// What can be expected is a <see cref="DialResult"/>, not an exception. A provider calls <see cref="DialRequest.MarkDispatching"/> right before
/// the back end can first learn of the call. Until then it may throw; from then on it never does, and the token only ends its waiting: it
/// answers <see cref="DialStatus.Ambiguous"/> where it does not know. <see cref="DialStatus.NotDispatched"/> is a proof that nothing left,
/// never a guess. Dialling is not idempotent: no provider and no layer tries again by itself.
/// </para>
/// </remarks>
public interface ITelephonyProvider
{
    /// <summary>Dials.</summary>
    /// <param name="request">Whom to call and how.</param>
    /// <param name="cancellationToken">Ends the attempt as long as nothing was dispatched.</param>
    /// <returns>What is known about the call.</returns>
    /// <exception cref="ArgumentException">The call of this method is wrong; nothing was dispatched.</exception>
    /// <exception cref="ObjectDisposedException">The provider is disposed; nothing was dispatched.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before anything was dispatched.</exception>
    Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for something that the provider, or a layer of it, can do besides.</summary>
    /// <param name="serviceType">The type that is wanted.</param>
    /// <param name="serviceKey">Which one of several; null for the only one.</param>
    /// <returns>An instance of the type, or <see langword="null"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="serviceType"/> is null.</exception>
    object? GetService(Type serviceType, object? serviceKey = null);
}
