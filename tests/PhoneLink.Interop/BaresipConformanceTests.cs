using BaresipProvider;
using PhoneLink.Interop.Tools;
using PhoneLink.Testing;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

public class BaresipConformanceTests
{
    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-17")]
    public async Task The_softphone_conforms()
    {
        using var peer = SipPeer.Answers();
        using var softphone = await Softphone.StartAsync();
        var nobody = Softphone.FreePort();
        await new ProviderConformance(() => new BaresipTelephonyProvider(softphone.Options(peer.Domain)))
        {
            CountCalls = () => peer.Invites.Select(static invite => invite.CallId).Distinct().Count(),
            MakeWithoutBackEnd = () => new BaresipTelephonyProvider(new() { Port = nobody, Domain = peer.Domain }),
        }.VerifyAsync();
    }
}
