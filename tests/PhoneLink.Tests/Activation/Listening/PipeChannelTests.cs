using System.IO.Pipes;
using System.Runtime.Versioning;
using PhoneLink.Activation;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Activation.Listening;

/// <summary>The pipe of Windows where .NET makes one of a socket: what it does when it fails. The pipe itself is tried under Wine.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PipeChannelTests : IDisposable
{
    private const string Link = "domycall:+4722510000";

    private readonly TemporaryDirectory _directory = new();
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];

    public void Dispose() => _directory.Dispose();

    [Fact]
    [Requirement("LSTN-18")]
    public async Task When_no_further_pipe_can_be_made_who_has_come_is_served_and_the_next_one_later()
    {
        var failures = 0;
        using var acceptor = new PipeAcceptor(options => options == PipeOptions.None && failures-- > 0 ? throw new IOException("no more pipes") : Create(options));
        failures = 2;

        foreach (var _ in new[] { 1, 2 })
        {
            var accepting = acceptor.AcceptAsync(CancellationToken.None);
            await using var client = new NamedPipeClientStream(".", $"PhoneLink.{_name}", PipeDirection.InOut, PipeOptions.Asynchronous);
            await client.ConnectAsync(5000);
            await using var served = await accepting;
            await client.WriteAsync(new byte[] { 7 });
            served.ReadByte().Should().Be(7);

            // The one that failed beside the first process, and once more when the second is waited for.
            if (failures == 1)
                await acceptor.Awaiting(static it => it.AcceptAsync(CancellationToken.None)).Should().ThrowAsync<IOException>();
        }
    }

    [Fact]
    [Requirement("LSTN-19")]
    public async Task The_first_takes_the_links_of_the_later_ones_by_a_pipe_too()
    {
        var first = await StartAsync(isElevated: false);
        var second = await StartAsync(isElevated: false);

        (first.Outcome, first.Listener!.ChannelProblem, second.Outcome).Should().Be((ActivationOutcome.Listening, null, ActivationOutcome.HandedOver));
        (await ListenerDesk.ReadAsync(first.Listener, 2)).Should().HaveCount(2);
        await first.Listener.DisposeAsync();
    }

    [Fact]
    [Requirement("LSTN-19")]
    public async Task A_lock_that_may_not_be_opened_is_not_taken_for_a_first_instance()
    {
        Directory.CreateDirectory(_directory[$"{_name}.lock"]);

        await ActsAloneAsync(isElevated: false, "says who is first, may not be opened");
    }

    [Fact]
    [Requirement("LSTN-19")]
    public async Task A_name_that_another_program_has_taken_is_said_and_the_process_asks_by_itself()
    {
        await using var squatter = Create(PipeOptions.None);

        await ActsAloneAsync(isElevated: false, "has taken the name of the pipe");
    }

    [Theory]
    [InlineData(true, false, "already runs as administrator")]
    [InlineData(false, true, "This program runs as administrator")]
    [InlineData(false, false, "is not this user's")]
    [Requirement("LSTN-19")]
    public void A_first_instance_that_lets_this_process_not_in_is_told_by_its_rights(bool isFirstElevated, bool isElevated, string problem)
    {
        using var first = Channel(isFirstElevated).TryBecomeFirst();

        // The denial itself needs a Windows with an administrator: only what is made of it is tested here.
        Channel(isElevated).Explain(new()).Should().Contain(problem);
    }

    [Fact]
    [Requirement("LSTN-19")]
    public void The_mark_of_an_elevated_first_instance_goes_with_the_next()
    {
        using (Channel(isElevated: true).TryBecomeFirst())
            File.Exists(_directory[$"{_name}.elevated"]).Should().BeTrue();

        using (Channel(isElevated: false).TryBecomeFirst())
            File.Exists(_directory[$"{_name}.elevated"]).Should().BeFalse();
    }

    private async Task ActsAloneAsync(bool isElevated, string problem)
    {
        var start = await StartAsync(isElevated);

        start.Outcome.Should().Be(ActivationOutcome.Listening);
        start.Listener!.ChannelProblem.Should().Contain(problem);
        (await ListenerDesk.ReadAsync(start.Listener, 1))[0].Uri.OriginalText.Should().Be(Link);
        await start.Listener.DisposeAsync();
    }

    private Task<ActivationStart> StartAsync(bool isElevated) =>
        ActivationListener.StartAsync(["--phonelink", "--", Link], ["domycall"], new() { Channel = Channel(isElevated) });

    private PipeActivationChannel Channel(bool isElevated) => new(_directory.Path, _name, isElevated);

    private NamedPipeServerStream Create(PipeOptions options) =>
        new($"PhoneLink.{_name}", PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | options);
}
