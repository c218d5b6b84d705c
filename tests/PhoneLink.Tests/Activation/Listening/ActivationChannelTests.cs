using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using PhoneLink.Activation;

namespace PhoneLink.Tests.Activation.Listening;

/// <summary>Who squats, stalls or sends rubbish stops nobody.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ActivationChannelTests
{
    private const string Link = "domycall:+4722510000";

    private static readonly ActivationFrame Frame = new(Guid.Parse("01234567-89ab-7def-8123-456789abcdef"), Link, "token-1");

    [Fact]
    [Requirement("LSTN-8")]
    public async Task A_frame_is_read_as_it_was_written_however_it_arrives()
    {
        foreach (var frame in new[] { Frame, Frame with { WindowToken = null }, Frame with { Link = "domycall:" + new string('1', 2000) } })
        {
            await using var slow = new SlowStream(frame.ToBytes());
            (await ActivationFrame.ReadAsync(slow, CancellationToken.None)).Should().Be(frame);
        }
    }

    [Fact]
    [Requirement("LSTN-8")]
    public async Task Any_other_bytes_are_no_frame()
    {
        var good = Frame.ToBytes();
        var bad = Enumerable.Range(0, good.Length).Select(i => good[..i]).Concat(Enumerable.Range(0, 8).Select(i => (byte[])[.. good[..i], (byte)(good[i] ^ 0x80), .. good[(i + 1)..]])).ToList();
        bad.Add([.. good[..4], 0xff, 0xff, 0xff, 0x7f, .. new byte[9000]]);
        foreach (var bytes in bad)
        {
            await using var stream = new MemoryStream(bytes);
            (await ActivationFrame.ReadAsync(stream, CancellationToken.None)).Should().BeNull();
        }

        await Gen.Byte.Array[0, 300].SampleAsync(
            static async bytes =>
            {
                await using var stream = new MemoryStream(bytes);
                return await ActivationFrame.ReadAsync(stream, CancellationToken.None) is null || bytes.AsSpan().StartsWith("PLK"u8);
            },
            iter: 500, threads: 1);
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("domycall:+47\u202e")]
    [InlineData("callto:+4722510000")]
    [InlineData("domycall:+47 22\" --evil")]
    [InlineData("tel:*31%23+47")]
    [InlineData("")]
    [Requirement("LSTN-9")]
    public async Task A_link_that_arguments_would_not_bring_is_refused_on_the_channel_too(string link)
    {
        await using var desk = new ListenerDesk();
        var first = await desk.StartAsync();

        (await SendAsync(desk, (Frame with { Link = link }).ToBytes())).Should().Be(ActivationAnswer.Refused);
        (await desk.StartAsync(Link)).Outcome.Should().Be(ActivationOutcome.HandedOver);

        (await ListenerDesk.ReadAsync(first.Listener!, 1))[0].Uri.OriginalText.Should().Be(Link);
    }

    [Fact]
    [Requirement("LSTN-9")]
    public async Task Rubbish_and_silence_stop_no_later_process()
    {
        await using var desk = new ListenerDesk();
        var first = await desk.StartAsync();
        var silent = Enumerable.Range(0, ActivationServer.MaxConnections).Select(_ => Connect(desk)).ToList();
        (await SendAsync(desk, Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\n\r\n"))).Should().BeOneOf(ActivationAnswer.Refused, ActivationAnswer.None);

        var start = await desk.StartAsync(Link);

        start.Outcome.Should().Be(ActivationOutcome.HandedOver);
        (await ListenerDesk.ReadAsync(first.Listener!, 1))[0].Uri.OriginalText.Should().Be(Link);
        silent.ForEach(static socket => socket.Dispose());
    }

    [Fact]
    [Requirement("LSTN-10")]
    public async Task Another_users_process_is_turned_away_on_both_sides()
    {
        await using var desk = new ListenerDesk();
        var first = await desk.StartAsync();
        var mine = desk.Environment.UserId;
        var channel = desk.Channel;
        desk.Environment.UserId = mine + 1;

        (await SendAsync(desk, Frame.ToBytes())).Should().Be(ActivationAnswer.None);
        await channel.Awaiting(static it => it.ConnectAsync(CancellationToken.None)).Should().ThrowAsync<UnauthorizedAccessException>();

        desk.Environment.UserId = mine;
        (await desk.StartAsync(Link)).Outcome.Should().Be(ActivationOutcome.HandedOver);
        (await ListenerDesk.ReadAsync(first.Listener!, 1))[0].Uri.OriginalText.Should().Be(Link);
    }

    [Theory]
    [InlineData("entered by others")]
    [InlineData("a link")]
    [InlineData("another user's")]
    [InlineData("too deep")]
    [InlineData("a file")]
    [Requirement("LSTN-11")]
    public async Task Where_there_is_no_safe_channel_the_process_says_so_and_acts_by_itself(string problem)
    {
        await using var desk = new ListenerDesk();
        Spoil(desk, problem);

        var start = await ActivationListener.StartAsync(["--phonelink", "--", Link], ["domycall"], new() { Channel = new LateChannel(() => desk.Channel) });

        start.Outcome.Should().Be(ActivationOutcome.Listening);
        start.Listener!.ChannelProblem.Should().NotBeNullOrEmpty();
        (await ListenerDesk.ReadAsync(start.Listener, 1))[0].Uri.OriginalText.Should().Be(Link);
        await start.Listener.DisposeAsync();
    }

    [Fact]
    [Requirement("LSTN-11")]
    public async Task Without_a_session_directory_the_users_cache_serves_and_the_shared_temporary_directory_never()
    {
        await using var desk = new ListenerDesk();
        desk.Environment.Remove("XDG_RUNTIME_DIR");

        desk.Channel.FilesPath.Should().Be(Path.Combine(desk.Environment.GetVariable("HOME")!, ".cache/phonelink-run/test"));
        desk.Environment.Remove("HOME");
        FluentActions.Invoking(() => desk.Channel).Should().Throw<IOException>();
    }

    private static void Spoil(ListenerDesk desk, string problem)
    {
        const UnixFileMode Everybody = (UnixFileMode)0x1ff;
        var directory = desk["phonelink"];
        switch (problem)
        {
            case "entered by others":
                Directory.CreateDirectory(directory);
                File.SetUnixFileMode(directory, Everybody);
                break;
            case "a link":
                Directory.CreateDirectory(desk["elsewhere"]);
                File.CreateSymbolicLink(directory, desk["elsewhere"]);
                break;
            case "another user's":
                Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                desk.Environment.UserId++;
                break;
            case "too deep":
                desk.Environment.Remove("XDG_RUNTIME_DIR");
                desk.Environment["HOME"] = desk[new('h', 90)];
                Directory.CreateDirectory(desk[new('h', 90)]);
                break;
            default:
                File.WriteAllText(directory, "");
                break;
        }
    }

    private static Socket Connect(ListenerDesk desk)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(desk.Socket));
        return socket;
    }

    private static async Task<ActivationAnswer> SendAsync(ListenerDesk desk, byte[] bytes)
    {
        using var socket = Connect(desk);
        try
        {
            await socket.SendAsync(bytes);
            var answer = new byte[1];
            return await socket.ReceiveAsync(answer) == 1 ? (ActivationAnswer)answer[0] : ActivationAnswer.None;
        }
        catch (SocketException)
        {
            return ActivationAnswer.None;
        }
    }

    /// <summary>A channel that is found when it is used, as the real one is by a start.</summary>
    private sealed class LateChannel(Func<ILocalChannel> find) : ILocalChannel
    {
        public Stream? TryConnect() => find().TryConnect();

        public string FilesPath => find().FilesPath;

        public IDisposable? TryBecomeFirst() => find().TryBecomeFirst();

        public ILocalAcceptor Listen() => find().Listen();

        public Task<Stream?> ConnectAsync(CancellationToken cancellationToken) => find().ConnectAsync(cancellationToken);
    }

    /// <summary>Gives a byte at a time.</summary>
    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
