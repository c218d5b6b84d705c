using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using PhoneLink.Activation;

namespace PhoneLink.Tests.Dialing.LocalListening;

/// <summary>What travels is what was meant, and what is no frame is no dial.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ListenerWireTests
{
    private static readonly byte[] Good = ListenerFrame.Write(ListenerFrameKind.Dial, DialOrder.From(TelephonyDesk.Request, 1)!, ListenerJson.Default.DialOrder)!;

    [Theory]
    [InlineData("tel:+47-225-10000;ext=12")]
    [InlineData("tel:7042;phone-context=example.com")]
    [InlineData("tel:*31%2322510000")]
    [InlineData("sip:ada@pbx.example.com;transport=tls")]
    [InlineData("callto:+4722510000")]
    [InlineData("domycall:+4722510000?name=Ada%20Lovelace")]
    [Requirement("PROV-50")]
    public void A_link_is_read_as_it_was_meant(string link)
    {
        var request = new DialRequest(TelephonyUri.Parse(link)) { Device = "desk", CallerId = PhoneNumber.Parse("+4722517000"), Mode = DialMode.Prefill, AcceptTimeout = TimeSpan.FromSeconds(3) };

        var read = DialOrder.From(request, 1)!.ToRequest()!;

        read.Should().BeEquivalentTo(request, static options => options.Excluding(static it => it.Target).Excluding(static it => it.Concerns));
        (read.Target.Scheme, read.Target.Number).Should().Be((request.Target.Scheme, request.Target.Number));
    }

    [Theory]
    [InlineData("+4722510000", "12", ",,34#")]
    [InlineData("+4722510000", null, ",,1234")]
    [InlineData("22510000", null, ";9")]
    [Requirement("PROV-50")]
    public void Keys_behind_a_number_travel_with_it(string digits, string? extension, string keys)
    {
        var request = new DialRequest(new PhoneNumber(digits, digits, extension, postDial: keys));

        var number = DialOrder.From(request, 1)!.ToRequest()!.Target.Number!;

        (number.Digits, number.PostDial, number.Extension).Should().Be((digits, keys, extension));
    }

    [Fact]
    [Requirement("PROV-50")]
    public async Task What_cannot_travel_is_refused_before_it_is_sent()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        foreach (var request in new[] { TelephonyDesk.Request with { Device = new('d', 65) }, TelephonyDesk.Request with { Device = "a\nb" } })
        {
            var result = await desk.Client().DialAsync(request);
            (result.Status, result.Reason).Should().Be((DialStatus.Invalid, DialReason.NotExpressible));
        }

        desk.Phone.Dispatched.Should().BeEmpty();
    }

    public static TheoryData<string, string> HostileOrders => new()
    {
        { "target", "javascript:alert(1)" }, { "target", "tel:+47 22" }, { "target", "tel:+47\u202e22" }, { "target", "tel:+4722;m-secret=1" },
        { "target", "domycall:/../../x" }, { "target", "C:\\windows\\notepad.exe" }, { "target", "" }, { "target", "tel:" + new string('1', 3000) }, { "target", "tel:٤٧٢٢" },
        { "mode", "Explode" }, { "mode", "7" }, { "mode", "" }, { "postDial", "junk" }, { "postDial", ",,1;ext=7" }, { "device", "a\u0000b" }, { "callerId", "nobody" },
        { "callId", "00000000-0000-0000-0000-000000000000" },
    };

    [Theory]
    [MemberData(nameof(HostileOrders))]
    [Requirement("PROV-50")]
    public async Task Hostile_text_is_no_dial(string member, string value)
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();

        var answer = await AskAsync(desk, FrameOf(Json(member, value)));

        answer?.Kind.Should().Be(ListenerFrameKind.Refused);
        desk.Phone.Dispatched.Should().BeEmpty();
    }

    [Theory]
    [InlineData("cause", "User", DialCause.User)]
    [InlineData("cause", "Program", DialCause.Program)]
    [InlineData("cause", "Link", DialCause.Link)]
    [InlineData("cause", "Somebody", DialCause.Link)]
    [InlineData("cause", "0", DialCause.Link)]
    [InlineData("cause", "", DialCause.Link)]
    [InlineData("cause", "User,Program", DialCause.Link)]
    [Requirement("PROV-49")]
    public async Task An_unknown_cause_is_the_strictest(string member, string value, DialCause expected)
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();

        (await AskAsync(desk, FrameOf(Json(member, value))))?.Kind.Should().Be(ListenerFrameKind.Received);

        await WaitUntilAsync(() => desk.Phone.Dispatched.Count > 0);
        desk.Phone.Dispatched[0].Cause.Should().Be(expected);
    }

    [Fact]
    [Requirement("PROV-49")]
    public async Task The_listener_asks_by_itself_and_doubts_and_causes_only_grow()
    {
        await using var desk = new TelephonyDesk();
        var asked = new List<DialRequest>();
        var pipeline = new TelephonyProviderBuilder(desk.Phone).UseConfirmation((request, _) =>
        {
            asked.Add(request);
            return Task.FromResult(false);
        }).Build();
        var listener = await desk.StartAsync(pipeline);
        var client = desk.Client();

        (await client.DialAsync(TelephonyDesk.Request with { Cause = DialCause.Link })).Should().BeEquivalentTo(new { Status = DialStatus.Blocked, Reason = DialReason.Declined });
        (await client.DialAsync(TelephonyDesk.Request with { Concerns = [DialConcern.PremiumRate] })).Status.Should().Be(DialStatus.Blocked);
        (await client.DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted);
        await listener.DisposeAsync();
        await desk.StartAsync(pipeline, new() { Cause = DialCause.Link, Scope = new() { User = "42" } });
        (await client.DialAsync(TelephonyDesk.Request with { Cause = DialCause.Program, Scope = new() { User = "other" } })).Status.Should().Be(DialStatus.Blocked);

        asked.Select(static request => request.Cause).Should().Equal(DialCause.Link, DialCause.User, DialCause.Link);
        asked[1].Concerns.Should().Equal(DialConcern.PremiumRate);
        asked[2].Scope!.User.Should().Be("42");
        desk.Phone.Dispatched.Should().ContainSingle();
    }

    [Theory]
    [InlineData("\"confirmed\":true,")]
    [InlineData("\"analysis\":{},")]
    [InlineData("\"cause\":\"User\",")]
    [InlineData("\"dryRun\":false,")]
    [Requirement("PROV-49")]
    public async Task Nothing_more_and_nothing_twice_can_be_said(string member)
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();

        (await AskAsync(desk, FrameOf("{" + member + Json()[1..])))?.Kind.Should().Be(ListenerFrameKind.Refused);

        desk.Phone.Dispatched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-49")]
    public async Task Nothing_can_be_left_out_that_makes_a_dial_harmless()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        foreach (var member in new[] { "callId", "hops", "target", "mode", "cause", "dryRun", "acceptTimeout", "deviceTimeout", "answerTimeout" })
        {
            var order = System.Text.Json.Nodes.JsonNode.Parse(Json())!.AsObject();
            order.Remove(member).Should().BeTrue();
            (await AskAsync(desk, FrameOf(order.ToJsonString())))?.Kind.Should().Be(ListenerFrameKind.Refused, member);
        }

        desk.Phone.Dispatched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-47")]
    public async Task Any_other_bytes_are_no_dial_and_the_listener_goes_on()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        foreach (var bytes in Enumerable.Range(0, Good.Length).Where(static i => i % 7 == 0 || i < 12).Select(static i => Good[..i]).Append([.. Good[..4], 0xff, 0xff, 0xff, 0x7f, .. new byte[9000]]).Append(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\n\r\n")))
            await ThrowAsync(desk, bytes);

        await Gen.Byte.Array[0, 400].SampleAsync(async bytes => await ThrowAsync(desk, bytes), iter: 200, threads: 1);
        await Gen.Byte.Array[1, 400].SampleAsync(async bytes => await ThrowAsync(desk, [.. Good[..4], .. BitConverter.GetBytes(bytes.Length), .. bytes]), iter: 200, threads: 1);
        desk.Phone.Dispatched.Should().BeEmpty();

        // A changed byte may leave an order that is another one, for instance another number: then it is one dial of what stands there.
        var sent = 0;
        await Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte).SampleAsync(
            async change =>
            {
                sent++;
                byte[] mutated = [.. Good];
                mutated[change.Item1] ^= change.Item2;
                await ThrowAsync(desk, mutated);
            },
            iter: 300, threads: 1);
        desk.Phone.Dispatched.Count.Should().BeLessThanOrEqualTo(sent);
        (await desk.Client().DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted);
    }

    [Fact]
    [Requirement("PROV-47")]
    public async Task Silent_processes_keep_out_nobody()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync(null, new() { MaxCalls = 1 });
        var silent = Enumerable.Range(0, ListenerSession.SpareConnections + 1).Select(_ => desk.Connect()).ToList();

        (await desk.Client(new(TelephonyDesk.Listener) { ReachTimeout = TimeSpan.FromSeconds(5) }).DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted);

        silent.ForEach(static stream => stream.Dispose());
    }

    [Fact]
    [Requirement("PROV-48")]
    public async Task A_link_that_is_handed_over_is_no_order_and_an_order_is_no_link()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        var link = new ActivationFrame(Guid.NewGuid(), "tel:+4722510000", null).ToBytes();
        await using var order = new MemoryStream(Good);

        (await AskAsync(desk, link))?.Kind.Should().Be(ListenerFrameKind.Refused);
        (await ActivationFrame.ReadAsync(order, CancellationToken.None)).Should().BeNull();

        desk.Phone.Dispatched.Should().BeEmpty();
        link.Take(3).Should().NotEqual(Good.Take(3), "each kind of frame has a mark of its own, whatever stands behind it");
        LocalChannel.InstanceOf("phone", null).Should().NotStartWith("dial-", "the two never share a socket");
    }

    [Fact]
    [Requirement("PROV-51")]
    public async Task A_client_of_another_version_is_refused_and_told_so()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        foreach (var version in new byte[] { 0, 2, 255 })
        {
            byte[] other = [.. Good];
            other[3] = version;
            var answer = await AskAsync(desk, other);
            answer?.Read(ListenerFrameKind.Refused, ListenerJson.Default.RefusedOrder)!.ToReason().Should().Be(DialReason.VersionMismatch);
        }

        desk.Phone.Dispatched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-56")]
    public void Nothing_that_travels_prints_what_it_holds()
    {
        const string Digits = "2025550143";
        var request = TelephonyDesk.Request with { Device = Digits };
        var order = DialOrder.From(request, 1)!;
        var answer = new DialAnswer(nameof(DialStatus.Accepted), nameof(DialReason.None), false) { Link = "tel:" + Digits, ProviderCallId = Digits };

        $"{order}{answer}{new CallNews("Ended", "Remote", default) { NativeText = Digits }}{new LocalListenerTelephonyOptions("phone")}{new LocalTelephonyListenerOptions()}".Should().NotContain(Digits).And.NotContain("0143");
        Enum.GetValues<DialReason>().Select(DialMessages.OfListener).Should().OnlyContain(static message => message == null || !message.Any(char.IsAsciiDigit));
    }

    private static string Json(string? member = null, string? value = null)
    {
        var order = System.Text.Json.Nodes.JsonNode.Parse(Good.AsSpan(9))!.AsObject();
        if (member is not null)
            order[member] = value;

        return order.ToJsonString();
    }

    private static byte[] FrameOf(string json) =>
        [.. Good[..4], .. BitConverter.GetBytes(Encoding.UTF8.GetByteCount(json) + 1), (byte)ListenerFrameKind.Dial, .. Encoding.UTF8.GetBytes(json)];

    private static async Task<ListenerFrame?> AskAsync(TelephonyDesk desk, byte[] bytes)
    {
        await using var stream = desk.Connect();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await stream.WriteAsync(bytes);
        return (await ListenerFrame.ReadAsync(stream, limit.Token)).Frame;
    }

    private static async Task ThrowAsync(TelephonyDesk desk, byte[] bytes)
    {
        await using var stream = desk.Connect();
        try
        {
            await stream.WriteAsync(bytes);
        }
        catch (IOException)
        {
            // The listener has seen enough.
        }
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
            await Task.Delay(25);

        condition().Should().BeTrue();
    }
}
