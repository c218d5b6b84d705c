using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PhoneLink;

/// <summary>Adds the web hosts that the host's own configuration allows (<c>System:AllowedHosts</c>) to the options, and tells when it was reloaded.</summary>
internal sealed class ConfiguredHosts(IConfiguration configuration) : IConfigureOptions<PhoneLinkOptions>, IOptionsChangeTokenSource<PhoneLinkOptions>
{
    private readonly IConfiguration _section = ConfigurationPreferenceSource.SectionOf(configuration);

    public string Name => Options.DefaultName;

    public IConfiguration Configuration => configuration;

    public void Configure(PhoneLinkOptions options)
    {
        var hosts = new ConfigurationSnapshot(_section).Find(PreferenceLevel.System, "", PhonePreferenceKeys.AllowedHosts);
        foreach (var host in HostList.Split(hosts?.Value ?? ""))
            options.AllowedHosts.Add(host);
    }

    public IChangeToken GetChangeToken() => _section.GetReloadToken();
}
