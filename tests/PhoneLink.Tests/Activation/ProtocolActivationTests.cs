using PhoneLink.Activation;

namespace PhoneLink.Tests.Activation;

public class ProtocolActivationTests
{
    private const string Command = "\"C:\\Program Files\\Contoso\\phone.exe\" --phonelink -- \"%1\"";
    private static readonly string[] Schemes = ["domycall", "tel"];

    [Theory]
    [Requirement("ACT-1")]
    [InlineData("domycall:+4722517000?name=Joe%20%26%20sons")]
    [InlineData("DOMYCALL:+4722517000")]
    [InlineData("tel:+47-22-51")]
    [InlineData("tel:+4722;phone=x")]
    [InlineData("domycall://+4722/")]
    [InlineData("domycall:%2B4722")]
    [InlineData("domycall:call/%C3%A5/%F0%9F%98%80?x=%22%0A%E2%80%AE")]
    [InlineData("domycall:alice@example.com")]
    [InlineData("domycall:call?n=%2B4722&name=Joe%20*%20sons%20%2312")]
    public void The_registered_shape_gives_the_link_as_received(string link)
    {
        Activate(link, out var uri).Should().Be(ActivationRefusal.None);

        uri!.OriginalText.Should().Be(link);
    }

    [Theory]
    [Requirement("ACT-3")]
    [InlineData("sip:a?%20%0A-x@evil.example")]
    [InlineData("sip:+4722?%22%27@example.com")]
    [InlineData("sips:a?%E2%80%AE@example.com")]
    [InlineData("sip:a?b:%60@example.com;user=phone")]
    public void The_user_of_a_sip_link_ends_at_the_host_not_at_a_question_mark(string link)
    {
        ProtocolActivation.TryGetUri(["--phonelink", "--", link], ["sip", "sips"], out _, out var refusal);

        refusal.Should().Be(ActivationRefusal.ForbiddenText);
    }

    [Theory]
    [Requirement("ACT-4")]
    [InlineData("sip:?,,99@example.com", false)]
    [InlineData("sip:a?b*@example.com", true)]
    [InlineData("sip:a?b%23@example.com", true)]
    [InlineData("sip:%2A21%2A99%23@example.com;user=phone", true)]
    [InlineData("sms:+4712345678,abc", true)]
    [InlineData("sms:+4712345678,+4712345679,fff;phone-context=+47", true)]
    [InlineData("sms:+4712345678,*21%23", true)]
    public void Every_recipient_and_the_whole_user_must_be_allowed(string link, bool allowExtensions)
    {
        ProtocolActivation.TryGetUri(["--phonelink", "--", link], ["sip", "sms"], new() { AllowExtensions = allowExtensions }, out _, out var refusal);

        refusal.Should().Be(ActivationRefusal.NumberNotAllowed);
    }

    [Theory]
    [Requirement("ACT-1")]
    [InlineData("sip:+4722517000@example.com;user=phone?subject=Joe%20%26%20sons")]
    [InlineData("sip:+4722517000?subject=Joe%20sons")]
    [InlineData("sms:+4712345678,+4712345679?body=Hi%20there%0A5*%20%E2%80%AE")]
    public void Headers_and_texts_of_other_links_are_free(string link)
    {
        ProtocolActivation.TryGetUri(["--phonelink", "--", link], ["sip", "sms"], new() { AllowExtensions = true }, out _, out var refusal);

        refusal.Should().Be(ActivationRefusal.None);
    }

    public static TheoryData<string[], ActivationRefusal> Shapes => new()
    {
        { [], ActivationRefusal.NoLink },
        { ["--help"], ActivationRefusal.NoLink },
        { ["file.txt", "-v"], ActivationRefusal.NoLink },
        { ["--phonelink"], ActivationRefusal.WrongShape },
        { ["--phonelink", "--"], ActivationRefusal.WrongShape },
        { ["--phonelink", "--", ""], ActivationRefusal.WrongShape },
        { ["--phonelink", "domycall:+47"], ActivationRefusal.WrongShape },
        { ["--", "domycall:+47"], ActivationRefusal.WrongShape },
        { ["domycall:+47"], ActivationRefusal.WrongShape },
        { ["--phonelink", "--", "domycall:+47", ""], ActivationRefusal.WrongShape },
        { ["--phonelink", "--", "domycall:+47", "--evil"], ActivationRefusal.WrongShape },
        { ["--phonelink", "--", "domycall:+47", "domycall:+48"], ActivationRefusal.WrongShape },
        { ["", "--phonelink", "--", "domycall:+47"], ActivationRefusal.WrongShape },
        { ["--PHONELINK", "--", "domycall:+47"], ActivationRefusal.WrongShape },
        { ["--phonelink", "--", "callto:+47"], ActivationRefusal.ForeignScheme },
        { ["--phonelink", "--", "domycall"], ActivationRefusal.ForeignScheme },
        { ["--phonelink", "--", "/etc/passwd"], ActivationRefusal.ForeignScheme },
        { ["--phonelink", "--", "C:\\x"], ActivationRefusal.ForeignScheme },
        { ["--phonelink", "--", "-x"], ActivationRefusal.ForeignScheme },
        { ["--phonelink", "--", " domycall:+47"], ActivationRefusal.ForeignScheme },
    };

    [Theory]
    [Requirement("ACT-1")]
    [MemberData(nameof(Shapes))]
    public void Any_other_shape_is_refused(string[] arguments, ActivationRefusal expected)
    {
        ProtocolActivation.TryGetUri(arguments, Schemes, out var uri, out var refusal).Should().BeFalse();

        uri.Should().BeNull();
        refusal.Should().Be(expected);
    }

    [Fact]
    [Requirement("ACT-1")]
    public void A_bare_link_is_taken_when_it_is_allowed()
    {
        var options = new ActivationOptions { AllowBareLink = true };

        ProtocolActivation.TryGetUri(["domycall:+47"], Schemes, options, out _, out _).Should().BeTrue();
        ProtocolActivation.TryGetUri(["domycall:+47", "--evil"], Schemes, options, out _, out var refusal).Should().BeFalse();
        refusal.Should().Be(ActivationRefusal.WrongShape);
        options.CommandLine = "\"C:\\phone.exe\" \"domycall:+47\" --evil";
        ProtocolActivation.TryGetUri(["domycall:+47"], Schemes, options, out _, out refusal).Should().BeFalse();
    }

    [Theory]
    [Requirement("ACT-2")]
    [InlineData("domycall:+47\" --phonelink -- \"domycall:112")]
    [InlineData("domycall:+47\"")]
    [InlineData("domycall:+47\\")]
    [InlineData("domycall:+47\\\\")]
    [InlineData("domycall:+47\\\" --phonelink -- \\\"x")]
    [InlineData("domycall:+47\" \"")]
    [InlineData("domycall:\"\" --evil")]
    [InlineData("domycall:\"quoted\"")]
    [InlineData("domycall:\uFF02x\uFF02 --evil")]
    [InlineData("domycall:+47 --evil")]
    [InlineData("domycall:+47\t--evil")]
    [InlineData("domycall:+47\" --evil \"x")]
    public void What_a_quote_in_a_link_does_to_a_windows_command_line_is_refused(string link)
    {
        var commandLine = CommandLineModel.Start(Command, link);
        var arguments = CommandLineModel.Split(commandLine);

        ProtocolActivation.TryGetUri(arguments, Schemes, new() { CommandLine = commandLine }, out _, out var refusal).Should().BeFalse();
        refusal.Should().BeOneOf(ActivationRefusal.WrongShape, ActivationRefusal.ForbiddenText);
    }

    [Theory]
    [Requirement("ACT-2")]
    [InlineData("domycall:+47")]
    [InlineData("domycall:+47?n=%22%20--evil")]
    public void An_honest_link_passes_a_windows_command_line(string link)
    {
        var commandLine = CommandLineModel.Start(Command, link);

        ProtocolActivation.TryGetUri(CommandLineModel.Split(commandLine), Schemes, new() { CommandLine = commandLine }, out var uri, out _).Should().BeTrue();
        uri!.OriginalText.Should().Be(link);
    }

    [Fact]
    [Requirement("ACT-2")]
    public void The_raw_command_line_decides_where_the_arguments_look_right()
    {
        string[] arguments = ["--phonelink", "--", "domycall:+47"];

        Take("\"C:\\phone.exe\" --phonelink -- \"domycall:+47\"").Should().BeTrue();
        Take("\"C:\\phone.exe\" --phonelink -- domycall:+47").Should().BeFalse();
        Take("\"C:\\phone.exe\" --phonelink -- \"domycall:+47\" ").Should().BeFalse();
        Take("\"C:\\phone.exe\" \"--phonelink\" -- \"domycall:+47\"").Should().BeFalse();

        bool Take(string commandLine) => ProtocolActivation.TryGetUri(arguments, Schemes, new() { CommandLine = commandLine }, out _, out _);
    }

    [Theory]
    [Requirement("ACT-2")]
    [InlineData("\"a b\" c", "c")]
    [InlineData("p a\\\\b \"c d\" \"e\"\"f\" g\\\"h \"i\\\\\"", "a\\\\b|c d|e\"f|g\"h|i\\")]
    [InlineData("p \"\" x", "|x")]
    public void The_model_splits_as_the_documentation_says(string commandLine, string arguments) =>
        string.Join("|", CommandLineModel.Split(commandLine)).Should().Be(arguments);

    [Theory]
    [Requirement("ACT-3")]
    [InlineData("domycall:+47 22")]
    [InlineData("domycall:+47\n22")]
    [InlineData("domycall:+47\"")]
    [InlineData("domycall:+47<x>")]
    [InlineData("domycall:\u202E+47")]
    [InlineData("domycall:\uFF14\uFF17")]
    [InlineData("domycall:\u0664\u0667")]
    [InlineData("domycall:+47%")]
    [InlineData("domycall:+47%zz")]
    [InlineData("domycall:+47%00")]
    [InlineData("domycall:+47?n=%00")]
    [InlineData("domycall:+47?n=%")]
    [InlineData("domycall:+47?n=%C0%AF")]
    [InlineData("domycall:+47?n=a b")]
    [InlineData("domycall:+47?n=\u00E5")]
    [InlineData("domycall:%0A+47")]
    [InlineData("domycall:%C2%85")]
    [InlineData("domycall:%E2%80%AE+47")]
    [InlineData("domycall:%E2%80%8E+47")]
    [InlineData("domycall:%F3%A0%80%81")]
    [InlineData("domycall:%E2%A0%80")]
    [InlineData("domycall:%20")]
    [InlineData("domycall:%C2%A0")]
    [InlineData("domycall:%22x%22")]
    [InlineData("domycall:'x'")]
    [InlineData("domycall:%27x")]
    [InlineData("domycall:%60id%60")]
    [InlineData("domycall:%5C%5Csrv")]
    [InlineData("domycall:\\\\srv")]
    [InlineData("domycall:-oProxyCommand")]
    [InlineData("domycall://-x")]
    [InlineData("domycall:%2Dx")]
    [InlineData("domycall:tel:+47")]
    [InlineData("domycall:file%3A///etc")]
    [InlineData("domycall:../../x")]
    [InlineData("domycall:x%2F..%2F..%2Fy")]
    [InlineData("domycall:..%2Fx")]
    [InlineData("domycall:C:/Windows/x")]
    [InlineData("domycall:/c%3A/x")]
    [InlineData("domycall:x?n=/../y")]
    [InlineData("tel:CALLPOLICE")]
    [InlineData("tel:+47?x#a#b")]
    public void Text_that_no_honest_opener_hands_over_is_refused(string link) => Activate(link, out _).Should().Be(ActivationRefusal.ForbiddenText);

    [Fact]
    [Requirement("ACT-3")]
    public void A_long_link_is_refused_before_it_is_read()
    {
        Activate("domycall:" + new string('a', 2039), out _).Should().Be(ActivationRefusal.None);
        Activate("domycall:" + new string('a', 2040), out _).Should().Be(ActivationRefusal.TooLong);
    }

    [Fact]
    [Requirement("ACT-5")]
    public void A_link_that_this_process_launched_itself_is_refused_in_any_form()
    {
        LaunchHistory.OfThisProcess.Add(TelephonyUri.Parse("domycall:+4799887766").LoopKey);

        Activate("domycall:%2B47-99-88-77-66", out _).Should().Be(ActivationRefusal.Loop);
        Activate("domycall:+4799887767", out _).Should().Be(ActivationRefusal.None);
    }

    [Fact]
    [Requirement("ACT-5")]
    public void Own_links_are_forgotten_after_ten_seconds()
    {
        var clock = new ManualTimeProvider();
        var history = new LaunchHistory(clock);
        history.Add("tel:1");

        clock.Advance(TimeSpan.FromSeconds(9.9));
        history.Contains("tel:1").Should().BeTrue();
        clock.Advance(TimeSpan.FromSeconds(0.1));
        history.Contains("tel:1").Should().BeFalse();
    }

    [Theory]
    [Requirement("ACT-5")]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("-1", 0)]
    [InlineData("x", 0)]
    [InlineData("2", 2)]
    [InlineData("3", 3)]
    [InlineData("999999", 3)]
    [InlineData("99999999999999999999", 0)]
    public void The_hop_count_is_read_as_a_stranger_may_have_set_it(string? value, int hops) => HopCount.Read(value).Should().Be(hops);

    [Fact]
    [Requirement("ACT-1")]
    public void Wrong_calls_throw()
    {
        ((Action)(() => ProtocolActivation.TryGetUri(null!, Schemes, out _, out _))).Should().Throw<ArgumentNullException>();
        ((Action)(() => ProtocolActivation.TryGetUri([], null!, out _, out _))).Should().Throw<ArgumentNullException>();
        ((Action)(() => ProtocolActivation.TryGetUri([], [], out _, out _))).Should().Throw<ArgumentException>();
        ((Action)(() => ProtocolActivation.TryGetUri([], ["file"], out _, out _))).Should().Throw<ArgumentException>();
        ((Action)(() => ProtocolActivation.TryGetUri([], ["no scheme"], out _, out _))).Should().Throw<ArgumentException>();
    }

    private static ActivationRefusal Activate(string link, out TelephonyUri? uri, ActivationOptions? options = null)
    {
        options ??= new();
        options.CommandLine ??= "x --phonelink -- \"" + link + "\"";
        ProtocolActivation.TryGetUri(["--phonelink", "--", link], Schemes, options, out uri, out var refusal).Should().Be(refusal is ActivationRefusal.None);
        return refusal;
    }
}
