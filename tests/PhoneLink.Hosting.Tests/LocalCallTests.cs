using Microsoft.Extensions.Options;
using PhoneLink.Tests;

namespace PhoneLink.Hosting.Tests;

/// <summary>Other processes of the user dial by a handler's host.</summary>
public sealed class LocalCallTests
{
    private readonly string _name = Guid.NewGuid().ToString();

    private DialRequest Request { get; } = new(PhoneNumber.Parse("+12025550143"));

    [Fact]
    [Requirement("PROV-57")]
    public async Task A_call_of_another_process_goes_through_the_pipeline_of_links()
    {
        await using var host = new HandlerHost { ListenAs = _name };
        await host.StartAsync();
        await using var crm = new LocalListenerTelephonyProvider(new(_name));

        (await crm.DialAsync(Request)).Status.Should().Be(DialStatus.Accepted);
        host.Answer = static (_, _) => Task.FromResult(false);
        (await crm.DialAsync(Request with { CallId = CallId.New(), Cause = DialCause.Link, Target = new TelUri(PhoneNumber.Parse("+12025550199")) })).Status.Should().Be(DialStatus.Blocked);

        host.Dialled.Should().ContainSingle().Which.CallId.Should().Be(Request.CallId);
        host.Asked.Should().ContainSingle("a person pressed the button for the first");
        await host.StopAsync();
        (await crm.DialAsync(Request with { CallId = CallId.New() })).Reason.Should().Be(DialReason.NotRunning);
        host.Lines.Should().NotContain(static line => line.Contains("20255501", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("PROV-53")]
    public async Task A_handler_that_would_dial_by_itself_refuses_to_start(bool isOneOfSeveral)
    {
        await using var own = new LocalListenerTelephonyProvider(new(_name));
        await using var host = new HandlerHost { ListenAs = _name };
        host.Pipeline = isOneOfSeveral
            ? pipeline => pipeline.UseDefaults().Add("phone", host).Add("local", own).AddFallback("both", "phone", "local").To("both")
            : pipeline => pipeline.UseDefaults().To(own);

        await host.Awaiting(static it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>().WithMessage($"*{_name}*itself*");
    }

    [Fact]
    [Requirement("PROV-57")]
    public async Task Without_a_name_nobody_dials_by_the_host()
    {
        await using var host = new HandlerHost();
        await host.StartAsync();
        await using var crm = new LocalListenerTelephonyProvider(new(_name));

        (await crm.DialAsync(Request)).Reason.Should().Be(DialReason.NotRunning);
    }
}
