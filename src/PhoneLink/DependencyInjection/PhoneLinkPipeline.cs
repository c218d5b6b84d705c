namespace PhoneLink;

/// <summary>A pipeline that the host chose; of several the last serves.</summary>
internal sealed class PhoneLinkPipeline(Action<TelephonyProviderBuilder> configure)
{
    public void Configure(TelephonyProviderBuilder builder) => configure(builder);
}
