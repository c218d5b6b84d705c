using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

public sealed class ProviderSampleTests
{
    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-15")]
    public async Task The_program_dials_and_tells_what_becomes_of_the_call()
    {
        using var softphone = await Softphone.StartAsync();
        using var peer = SipPeer.HangsUp();

        var (code, output, errors) = await Sample.RunAsync(Sample.Baresip, ["+47 22 51 70 00", peer.Domain, $"{softphone.ControlPort}"]);

        code.Should().Be(0, output + errors);
        output.ReplaceLineEndings("\n").Trim().Split('\n')[1..].Should().EndWith(["Connected", "Ended (Completed)"]);
        peer.Invites.Should().ContainSingle();
    }

    [Fact]
    [Requirement("SIP-15")]
    public async Task The_program_says_that_nobody_is_there()
    {
        var (code, _, errors) = await Sample.RunAsync(Sample.Baresip, ["+47 22 51 70 00", "pbx.example.com", $"{Softphone.FreePort()}"]);

        code.Should().Be(1);
        errors.Should().Contain("nothing was dialled");
    }

    [Theory]
    [Requirement("SIP-16")]
    [InlineData("+47 22 51 70 00", "+4722517000")]
    [InlineData("+47 22 51 70 00\nApplication: System", "+4722517000")]
    [InlineData("2251", "2251")]
    public async Task A_provider_of_ones_own_writes_one_call_file(string number, string digits)
    {
        using var spool = new TemporaryDirectory();
        Directory.CreateDirectory(spool["tmp"]);
        Directory.CreateDirectory(spool["outgoing"]);

        var (code, output, errors) = await Sample.RunAsync(Sample.CustomProvider, [spool.Path, "PJSIP/desk", number]);

        code.Should().Be(0, output + errors);
        Directory.EnumerateFiles(spool["tmp"]).Should().BeEmpty();
        var call = Directory.EnumerateFiles(spool["outgoing"]).Should().ContainSingle().Subject;
        (await File.ReadAllLinesAsync(call)).Should().Equal("Channel: PJSIP/desk", "Context: from-internal", $"Extension: {digits}", "Priority: 1", "MaxRetries: 0");
    }

    [Fact]
    [Requirement("SIP-16")]
    public async Task A_code_that_forwards_calls_does_not_reach_a_provider_of_ones_own()
    {
        using var spool = new TemporaryDirectory();
        Directory.CreateDirectory(spool["tmp"]);
        var outgoing = Directory.CreateDirectory(spool["outgoing"]);

        var (code, output, _) = await Sample.RunAsync(Sample.CustomProvider, [spool.Path, "PJSIP/desk", "*21*4722517000#"]);

        (code, output.Trim()).Should().Be((1, "Calls to such numbers are not allowed here."));
        outgoing.GetFiles().Should().BeEmpty();
    }

    [Fact]
    [Requirement("SIP-16")]
    public async Task A_spool_that_is_not_there_gets_no_call()
    {
        using var nowhere = new TemporaryDirectory();

        var (code, output, _) = await Sample.RunAsync(Sample.CustomProvider, [nowhere["none"], "PJSIP/desk", "+47 22 51 70 00"]);

        (code, output.Trim()).Should().Be((1, "The spool cannot be written; nothing was dialled."));
    }
}
