using PhoneLink.Testing;
using PhoneLink.Tests.Preferences.Sources;

namespace PhoneLink.Tests.Dialing.Providers;

public class ProviderConformanceTests
{
    [Fact]
    [Requirement("KIT-4")]
    public Task Programs_conform()
    {
        var processes = new ScriptedProcesses(new(ProcessEnd.Exited, 0));
        var missing = new ScriptedProcesses(new(ProcessEnd.NotStarted, 2));
        var options = new ProcessTelephonyOptions("/usr/bin/dial", "%p", "<attn>");
        return new ProviderConformance(() => new ProcessTelephonyProvider(options, null, processes, isWindows: false))
        {
            CountCalls = () => processes.Commands.Count,
            MakeWithoutBackEnd = () => new ProcessTelephonyProvider(options, null, missing, isWindows: false),
        }.VerifyAsync();
    }

    [Fact]
    [Requirement("KIT-4")]
    public async Task Requests_conform()
    {
        using var server = new PlainServer(PlainServer.Answer(202));
        var stopped = new PlainServer(PlainServer.Answer(202));
        stopped.Dispose();
        await new ProviderConformance(() => new HttpTemplateTelephonyProvider(new(server.Origin + "/call") { Body = "to=%p&name=<attn>" }))
        {
            CountCalls = () => server.Requests.Count,
            MakeWithoutBackEnd = () => new HttpTemplateTelephonyProvider(new(stopped.Origin + "/call") { Body = "to=%p" }),
        }.VerifyAsync();
    }

    [Fact]
    [Requirement("KIT-4")]
    public Task Windows_telephony_conforms()
    {
        var tapi = new FakeTapi();
        return new ProviderConformance(() => new TapiTelephonyProvider(new() { SendsCalledParty = true }, tapi, new FakeRegistry(), TimeProvider.System))
        {
            CountCalls = () => tapi.Requests.Count,
            MakeWithoutBackEnd = static () => new TapiTelephonyProvider(new(), new FakeTapi(-2), new FakeRegistry(), TimeProvider.System),
        }.VerifyAsync();
    }
}
