namespace PhoneLink;

/// <summary>A provider of several, under the name that it was added with.</summary>
internal sealed class NamedProvider(string name, ITelephonyProvider provider) : DelegatingTelephonyProvider(provider)
{
    public string Name => name;

    /// <summary>Gets what it can do, or <see langword="null"/> when it does not say.</summary>
    public TelephonyCapabilities? Capabilities => Inner.GetService<TelephonyCapabilities>();

    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        var result = await Inner.DialAsync(request, cancellationToken);

        // Of providers within providers the one that carried out the call is named.
        return result.ProviderName is null ? result with { ProviderName = name } : result;
    }
}
