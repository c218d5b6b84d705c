namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>What a program gets for a call.</summary>
public class ProcessArgumentTests
{
    private readonly ScriptedProcesses _processes = new(new ProcessOutcome(ProcessEnd.Exited, 0));

    [Theory]
    [Requirement("PROV-2")]
    [InlineData("%p", "+4722517000")]
    [InlineData("tel:%p", "tel:+4722517000")]
    [InlineData("--to=%p/<attn>", "--to=+4722517000/Åse Bø")]
    [InlineData("{attn}", "Åse Bø")]
    [InlineData("<phon>", "+4790000011")]
    [InlineData("<deal>", "")]
    [InlineData("%%p %% 100%20", "%p % 100%20")]
    [InlineData("a<b >c{}{ }<", "a<b >c{}{ }<")]
    [InlineData("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}")]
    public async Task Holes_are_filled_and_everything_else_stays(string template, string argument)
    {
        (await DialAsync(new("/opt/dial", "%p", template) { CustomVariables = ["deal"] }, Subject("Åse Bø"))).Status.Should().Be(DialStatus.HandedOff);

        Arguments().Should().Equal("+4722517000", argument);
    }

    [Theory]
    [Requirement("PROV-2")]
    [InlineData(PhoneNumberStyle.Dialable, "+4722517000,,12")]
    [InlineData(PhoneNumberStyle.Digits, "4722517000")]
    [InlineData(PhoneNumberStyle.Rfc3966, "+4722517000")]
    [InlineData(PhoneNumberStyle.AsWritten, "+47 22 51 70 00,,12")]
    public async Task The_style_is_the_hosts(PhoneNumberStyle style, string argument)
    {
        await DialAsync(new("/opt/dial", "%p") { NumberStyle = style }, number: "+47 22 51 70 00,,12");

        Arguments().Should().Equal(argument);
    }

    [Theory]
    [Requirement("PROV-10")]
    [InlineData("%", ParseErrorKind.UnknownDirective, 0)]
    [InlineData("ab%q", ParseErrorKind.UnknownDirective, 2)]
    [InlineData("%P", ParseErrorKind.UnknownDirective, 0)]
    [InlineData("a<nosuch>", ParseErrorKind.UnknownVariable, 1)]
    [InlineData("a{nosuch}", ParseErrorKind.UnknownVariable, 1)]
    [InlineData("a\0", ParseErrorKind.InvalidCharacter, 1)]
    public void A_malformed_argument_is_refused_when_the_provider_is_made(string template, ParseErrorKind kind, int position) =>
        FluentActions.Invoking(() => Provider(new("/opt/dial", "%p", template))).Should().Throw<PhoneLinkParseException>()
            .Which.Error.Should().Be(new ParseError(kind, position));

    [Fact]
    [Requirement("PROV-10")]
    public void A_program_that_would_not_know_whom_to_call_is_refused()
    {
        foreach (var arguments in new string[][] { [], ["dial"], ["%%p"], [.. Enumerable.Repeat("%p", 65)] })
            FluentActions.Invoking(() => Provider(new("/opt/dial", arguments))).Should().Throw<ArgumentException>();

        FluentActions.Invoking(() => new ProcessTelephonyOptions("/opt/dial", "%p", null!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Provider(new("/opt/dial", "%p" + new string('a', 8191)))).Should().Throw<PhoneLinkParseException>();
        var secret = TemplateVariables.All.First(static variable => variable.Sensitivity is TemplateVariableSensitivity.Secret).Name;
        FluentActions.Invoking(() => Provider(new("/opt/dial", "%p", $"<{secret}>"))).Should().Throw<PhoneLinkParseException>()
            .Which.Error.Kind.Should().Be(ParseErrorKind.SecretVariable);
    }

    [Fact]
    [Requirement("PROV-3")]
    public async Task A_value_that_the_program_could_take_for_something_else_starts_nothing()
    {
        foreach (var text in HostileText.Options)
        {
            await RefusedAsync(["%p", "<attn>"], text);
            await RefusedAsync(["%p", "<deal><attn>"], text);
            await StartedAsync(["%p", "--name=<attn>"], text);
            await StartedAsync(["%p", "%p<attn>"], text);
        }

        foreach (var text in HostileText.Unseen)
        {
            await RefusedAsync(["%p", "<attn>"], text);
            await RefusedAsync(["%p", "--name=<attn>"], text);
        }

        foreach (var text in HostileText.Quoting)
        {
            await RefusedAsync(["%p", "--name=<attn>"], text, isWindows: true);
            await StartedAsync(["%p", "--name=<attn>"], text);
        }

        // An empty value lets literal text become an option.
        await RefusedAsync(["%p", "<attn>-x"], "");
        await RefusedAsync(["%p", "<attn>"], new string('a', 24_000));
    }

    [Fact]
    [Requirement("PROV-2")]
    public async Task Whatever_a_value_holds_the_program_gets_as_many_arguments()
    {
        foreach (var text in HostileText.Arriving)
        {
            await StartedAsync(["%p", "<attn>"], text);
            Arguments().Should().Equal("+4722517000", text);
        }

        await StartedAsync(["%p", "<attn>"], "");
        Arguments().Should().Equal("+4722517000", "");
    }

    [Theory]
    [Requirement("PROV-3")]
    [InlineData("-22 51 70 00")]
    [InlineData("/22517000")]
    [InlineData("\u202E22517000")]
    [InlineData("22517000\r\nX")]
    public async Task A_number_as_written_is_a_strangers_text_too(string text)
    {
        PhoneNumber.TryParse(text, out var number).Should().BeTrue();

        (await DialAsync(new("/opt/dial", "%p") { NumberStyle = PhoneNumberStyle.AsWritten }, number: text)).Reason.Should().Be(DialReason.ForbiddenText);
        _processes.Commands.Should().BeEmpty();
        (await DialAsync(new("/opt/dial", "%p"), number: text)).Status.Should().Be(DialStatus.HandedOff);
        Arguments().Should().Equal(number!.Digits);
    }

    [Theory]
    [Requirement("PROV-8")]
    [InlineData("%p", "%p")]
    [InlineData("", "%p")]
    [InlineData("  \t ", "%p")]
    [InlineData("/dial", "/dial", "%p")]
    [InlineData("/dial %p", "/dial", "%p")]
    [InlineData("/dial:%p  /name:\"<attn>\"", "/dial:%p", "/name:<attn>")]
    [InlineData("\"a b\" c\t\"\" %p", "a b", "c", "", "%p")]
    [InlineData("a\" \"b %p", "a b", "%p")]
    [InlineData("-d \"C:\\My Files\\\" %p", "-d", "C:\\My Files\\", "%p")]
    [InlineData("%%p", "%%p", "%p")]
    [InlineData("100%", "100%", "%p")]
    public void A_stored_line_is_taken_apart_by_blanks_and_quotes(string line, params string[] arguments) =>
        ProcessTelephonyOptions.FromParameterLine("/opt/dial", line).Arguments.Should().Equal(arguments);

    [Fact]
    [Requirement("PROV-8")]
    public void A_stored_line_that_says_two_things_is_refused()
    {
        FluentActions.Invoking(() => ProcessTelephonyOptions.FromParameterLine("/opt/dial", "\"a %p")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ProcessTelephonyOptions.FromParameterLine("/opt/dial", new string('a', 2047))).Should().Throw<ArgumentException>();
        ProcessTelephonyOptions.FromParameterLine("/opt/dial", "%p").ToString().Should().Be(nameof(ProcessTelephonyOptions));
    }

#if NETSTANDARD_BUILD
    [Fact]
    [Requirement("PROV-11")]
    public void The_line_that_netstandard_writes_is_split_into_the_same_arguments()
    {
        string[] texts = [.. HostileText.All.Where(static text => !text.Contains('\0', StringComparison.Ordinal)), ""];

        Activation.CommandLineModel.Split("\"C:\\dial.exe\" " + ArgumentLine.Join(texts)).Should().Equal(texts);
        foreach (var text in texts)
            Activation.CommandLineModel.Split("\"C:\\dial.exe\" " + ArgumentLine.Join(["a", text, "b"])).Should().Equal("a", text, "b");
    }
#endif

    private static CallSubject Subject(string name) => new() { Person = new() { Name = name, Phones = [new(PhoneKind.PersonDirect, "+47 900 00 011")] } };

    private async Task RefusedAsync(string[] arguments, string name, bool isWindows = false)
    {
        _processes.Commands.Clear();
        var result = await DialAsync(Options(arguments, isWindows), Subject(name), isWindows: isWindows);
        (result.Status, result.Reason).Should().Be((DialStatus.Invalid, DialReason.ForbiddenText), name);
        _processes.Commands.Should().BeEmpty();
    }

    private async Task StartedAsync(string[] arguments, string name)
    {
        _processes.Commands.Clear();
        (await DialAsync(Options(arguments, false), Subject(name))).Status.Should().Be(DialStatus.HandedOff, name);
        Arguments().Should().HaveCount(arguments.Length);
    }

    private static ProcessTelephonyOptions Options(string[] arguments, bool isWindows) =>
        new(isWindows ? "C:\\dial.exe" : "/opt/dial", arguments) { CustomVariables = ["deal"] };

    private ProcessTelephonyProvider Provider(ProcessTelephonyOptions options, bool isWindows = false) => new(options, null, _processes, isWindows);

    private Task<DialResult> DialAsync(ProcessTelephonyOptions options, CallSubject? subject = null, string number = "+47 22 51 70 00", bool isWindows = false) =>
        Provider(options, isWindows).DialAsync(new DialRequest(PhoneNumber.Parse(number)) { Subject = subject });

    private IReadOnlyList<string> Arguments() => _processes.Commands.Should().ContainSingle().Which.Arguments;
}
