using PhoneLink.Activation;

namespace PhoneLink.Tests.Activation;

/// <summary>A format may take its number from anywhere in a link; a code that changes a telephone's settings must not come that way.</summary>
public class ActivationNumberTests
{
    private static readonly string[] Schemes = ["domycall", "tel"];

    [Theory]
    [Requirement("ACT-4")]
    [InlineData("domycall:*21*22%23")]
    [InlineData("tel:*%2306%23")]
    [InlineData("domycall:+47,,9")]
    [InlineData("domycall:+47%2C9")]
    [InlineData("tel:+47;ext=12")]
    [InlineData("tel:+47;EXT=12")]
    [InlineData("tel:+47;postd=9")]
    [InlineData("domycall:call?n=*21*4790000000%23")]
    [InlineData("domycall:call?n=%2A21%2A22%23&x=1")]
    [InlineData("domycall:call?x=1&n=22%3Bext%3D12")]
    [InlineData("domycall:?*21*22%23")]
    [InlineData("domycall:call?n=*")]
    [InlineData("domycall:call?n=22,,9")]
    [InlineData("domycall:call?n=22%3B99")]
    [InlineData("domycall:call?to=tel:*21*22517000%23")]
    [InlineData("domycall:call?to=tel:%2A21%2A22517000%23")]
    [InlineData("domycall:call?to=tel:*-2.1*(22517000)%23")]
    [InlineData("domycall:call?to=sip:*21*22517000%23@pbx")]
    [InlineData("domycall:call?to=$*21*22517000%23")]
    [InlineData("domycall:call?n=*21*22517000%23!a=Ada")]
    [InlineData("domycall:call?x#*21*22517000%23")]
    [InlineData("domycall:call?x=1#22,,9")]
    [InlineData("domycall:call?text=ring%20*72")]
    [InlineData("domycall:call?text=ring%20%2331%2322517000%20now")]
    [InlineData("domycall:call?text=ring%20%2A%2306%23")]
    [InlineData("domycall:call?text=ring%2022517000%23")]
    [InlineData("domycall:call?to=tel:%2372")]
    [InlineData("domycall:call?to=tel:22517000*")]
    [InlineData("domycall:call?to=tel:%2B4722517000%3Bext%3D12")]
    [InlineData("domycall:call?to=tel:%2B4722517000;ext=12")]
    [InlineData("domycall:call?n=22;ext=12")]
    [InlineData("domycall:call?to=sip:22%3Bpostd%3D9@pbx")]
    [InlineData("domycall:call?x#22%3BEXT%3D12")]
    public void A_link_that_keys_more_than_a_number_must_have_been_allowed(string link)
    {
        Activate(link, out _).Should().Be(ActivationRefusal.NumberNotAllowed);
        Activate(link, out _, new() { AllowServiceCodes = true, AllowExtensions = true }).Should().BeOneOf(ActivationRefusal.None, ActivationRefusal.ForbiddenText);
    }

    [Theory]
    [Requirement("ACT-6")]
    [InlineData("Joe * sons #12")]
    [InlineData("Store #1234, Oslo")]
    [InlineData("#1 Plumbing")]
    [InlineData("Suite#5")]
    [InlineData("Suite (#5)")]
    [InlineData("5* Hotel")]
    [InlineData("Hotel 5*")]
    [InlineData("C# and F#, 24-7")]
    [InlineData("*** 22 ***")]
    [InlineData("Smith, 12 Main Street")]
    [InlineData("1,000 Ltd")]
    [InlineData("a;b=c;text=12")]
    public void A_name_may_hold_a_star_a_hash_and_a_comma(string name)
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?company=<name>&x=1");
        var link = format.Expand(PhoneNumber.Parse("+47 22 51 70 00"), new CallSubject { Company = new() { Name = name } });

        Activate(link, out _).Should().Be(ActivationRefusal.None);
        Activate("domycall:call?company=" + Uri.EscapeDataString(name).Replace("%2A", "*", StringComparison.Ordinal), out _).Should().Be(ActivationRefusal.None);
    }

    /// <summary>Every delimiter that may stand before and behind a number in a query, or in a fragment behind one.</summary>
    [Theory]
    [Requirement("ACT-4")]
    [InlineData("*21*22517000%23")]
    [InlineData("%2331%2322517000")]
    [InlineData("*%2306%23")]
    [InlineData("**61*22*11*30%23")]
    [InlineData("*72")]
    [InlineData("%2372")]
    [InlineData("22517000%23")]
    [InlineData("22517000*")]
    [InlineData("+4722517000;ext=12")]
    public void No_format_takes_out_of_a_link_what_was_not_allowed(string subscriber)
    {
        const string Delimiters = "!$&'()+,;=:@/?-._~";
        var number = TelephonyUri.Parse("tel:" + subscriber).Number!;
        var reversible = 0;
        foreach (var before in Delimiters.Select(static c => c.ToString()).Append("").Append("#").Append("x#").Append("tel:").Append("sip:"))
            foreach (var behind in Delimiters.Select(static c => c + "a=<attn>").Append(""))
                if (PhoneLinkFormat.TryParse($"domycall:call?to={before}%p{behind}", out var format) && format.IsReversible)
                {
                    var link = format.Expand(number, new CallSubject { Person = new() { Name = "Ada" } });
                    format.TryMatch(link, out var match).Should().BeTrue(link);
                    match!.Number.Should().Be(number);
                    Activate(link, out _).Should().Be(ActivationRefusal.NumberNotAllowed, link);
                    reversible++;
                }

        reversible.Should().BeGreaterThan(200);
    }

    public static TheoryData<PhoneNumber, bool, bool, bool> Numbers => new()
    {
        // The number; allowed as it is; with service codes; with extensions.
        { PhoneNumber.Parse("+47 22 51 70 00"), true, true, true },
        { PhoneNumber.Parse("22517000"), true, true, true },
        { PhoneNumber.Parse("*21*22517000#"), false, true, false },
        { PhoneNumber.Parse("#72"), false, true, false },
        { PhoneNumber.Parse("+47 22 51 70 00 x12"), false, false, true },
        { PhoneNumber.Parse("+47 22 51 70 00,,123#"), false, false, true },
        { TelephonyUri.Parse("tel:22*9").Number!, false, true, false },
        { TelephonyUri.Parse("tel:22;ext=9").Number!, false, false, true },
        { TelephonyUri.Parse("tel:22;phone-context=example.com").Number!, true, true, true },
        { TelephonyUri.Parse("tel:fade").Number!, false, false, false },
    };

    [Theory]
    [Requirement("ACT-6")]
    [MemberData(nameof(Numbers))]
    public void A_handler_can_ask_about_the_number_that_it_found(PhoneNumber number, bool strictest, bool withCodes, bool withExtensions)
    {
        new ActivationOptions().Allows(number).Should().Be(strictest);
        new ActivationOptions { AllowServiceCodes = true }.Allows(number).Should().Be(withCodes);
        new ActivationOptions { AllowExtensions = true }.Allows(number).Should().Be(withExtensions);
        new ActivationOptions { AllowServiceCodes = true, AllowExtensions = true }.Allows(number).Should().Be(withCodes || withExtensions);
    }

    [Fact]
    [Requirement("ACT-6")]
    public void What_looks_like_a_name_and_is_a_code_is_found_by_asking()
    {
        var format = PhoneLinkFormat.Parse("domycall:say?text=ring%20%p");
        Activate("domycall:say?text=ring%20%2372", out var link).Should().Be(ActivationRefusal.None, "it might be Store #72");

        format.TryMatch(link!.OriginalText, out var match).Should().BeTrue();

        new ActivationOptions().Allows(match!.Number!).Should().BeFalse();
        ((Action)(() => new ActivationOptions().Allows(null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("ACT-4")]
    public void Letters_of_a_link_are_no_number()
    {
        Activate("domycall:CALLPOLICE", out var uri).Should().Be(ActivationRefusal.None);
        uri!.Number.Should().BeNull();
        Activate("tel:fade", out _, new() { AllowServiceCodes = true, AllowExtensions = true }).Should().Be(ActivationRefusal.NumberNotAllowed);
        Activate("tel:1B;phone-context=example.com", out _).Should().Be(ActivationRefusal.NumberNotAllowed);
    }

    private static ActivationRefusal Activate(string link, out TelephonyUri? uri, ActivationOptions? options = null)
    {
        options ??= new();
        options.CommandLine ??= "x --phonelink -- \"" + link + "\"";
        ProtocolActivation.TryGetUri(["--phonelink", "--", link], Schemes, options, out uri, out var refusal).Should().Be(refusal is ActivationRefusal.None);
        return refusal;
    }
}
