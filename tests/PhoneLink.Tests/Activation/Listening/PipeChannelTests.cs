using System.IO.Pipes;
using System.Runtime.Versioning;
using PhoneLink.Activation;
using PhoneLink.Tests.Dialing;
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("LSTN-24")]
    public async Task The_right_to_the_front_goes_to_the_first_process_before_the_answer_and_its_refusal_stops_nothing(bool isLet)
    {
        var windows = new FakeFirstProcess { Id = 4711, Lets = isLet };
        using var held = Channel(isElevated: false).TryBecomeFirst();
        await using var server = Create(PipeOptions.None);

        var starting = StartAsync(isElevated: false, windows);
        await server.WaitForConnectionAsync();
        (await ActivationFrame.ReadAsync(server, CancellationToken.None))!.Link.Should().Be(Link);
        windows.LetToFrontIds.Should().Equal([4711u], "the frame is here, and nothing was answered yet");
        await server.WriteAsync(new[] { (byte)ActivationAnswer.Acknowledged });

        (await starting).Outcome.Should().Be(ActivationOutcome.HandedOver);
        windows.LetToFrontIds.Should().Equal(4711u);
    }

    [Fact]
    [Requirement("LSTN-24")]
    public async Task A_first_process_whose_id_is_not_told_gets_the_link_all_the_same()
    {
        var windows = new FakeFirstProcess();
        var first = await StartAsync(isElevated: false);

        (await StartAsync(isElevated: false, windows)).Outcome.Should().Be(ActivationOutcome.HandedOver);

        windows.LetToFrontIds.Should().BeEmpty();
        await first.Listener!.DisposeAsync();
    }

    [Theory]
    [InlineData(true, false, "already runs as administrator")]
    [InlineData(false, true, "This program runs as administrator")]
    [Requirement("LSTN-24")]
    public async Task A_first_instance_of_other_rights_gets_nothing_and_the_sender_dials_nothing_unasked(bool isFirstElevated, bool isElevated, string problem)
    {
        var windows = new FakeFirstProcess { Denies = true, Id = 4711 };
        var first = await StartAsync(isFirstElevated);
        var phone = new ScriptedProvider(DialStatus.Accepted);

        var later = await StartAsync(isElevated, windows);
        later.Listener!.ChannelProblem.Should().Contain(problem);
        var link = (await ListenerDesk.ReadAsync(later.Listener, 1))[0];
        var result = await new TelephonyProviderBuilder(phone).UseConfirmation(static (_, _) => Task.FromResult(false)).Build().DialAsync(new DialRequest(link.Uri) { CallId = new(link.Id), Cause = DialCause.Link });

        (result.Status, phone.Dialled.Count, windows.LetToFrontIds.Count).Should().Be((DialStatus.Blocked, 0, 0));
        await first.Listener!.DisposeAsync();
        (await first.Listener.ReadAllAsync().ToListAsync()).Should().ContainSingle("its own, and not the later process's");
        await later.Listener.DisposeAsync();
    }

    private async Task ActsAloneAsync(bool isElevated, string problem)
    {
        var start = await StartAsync(isElevated);

        start.Outcome.Should().Be(ActivationOutcome.Listening);
        start.Listener!.ChannelProblem.Should().Contain(problem);
        (await ListenerDesk.ReadAsync(start.Listener, 1))[0].Uri.OriginalText.Should().Be(Link);
        await start.Listener.DisposeAsync();
    }

    private Task<ActivationStart> StartAsync(bool isElevated, IFirstProcess? first = null) =>
        ActivationListener.StartAsync(["--phonelink", "--", Link], ["domycall"], new() { Channel = Channel(isElevated, first) });

    private PipeLocalChannel Channel(bool isElevated, IFirstProcess? first = null) => new(_directory.Path, _name, isElevated, first);

    private NamedPipeServerStream Create(PipeOptions options) =>
        new($"PhoneLink.{_name}", PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | options);

    /// <summary>A Windows that tells what it is told to.</summary>
    private sealed class FakeFirstProcess : IFirstProcess
    {
        public bool Denies { get; init; }

        public uint? Id { get; init; }

        public bool Lets { get; init; } = true;

        public List<uint> LetToFrontIds { get; } = [];

        public Task ReachAsync(NamedPipeClientStream pipe, int milliseconds, CancellationToken cancellationToken) =>
            Denies ? throw new UnauthorizedAccessException() : pipe.ConnectAsync(milliseconds, cancellationToken);

        public uint? IdOf(NamedPipeClientStream pipe) => Id;

        public bool LetToFront(uint id)
        {
            LetToFrontIds.Add(id);
            return Lets;
        }
    }
}
