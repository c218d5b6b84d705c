using System.Text.Json;

namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>What the back end gets for a call, octet by octet.</summary>
public sealed class HttpTemplateTests
{
    [Theory]
    [Requirement("PROV-25")]
    [InlineData("https://pbx.example.com/call/%p", true)]
    [InlineData("HTTPS://pbx.example.com:8443/call?to=%p", true)]
    [InlineData("https://pbx.example.com?to=%p", true)]
    [InlineData("http://localhost:8080/%p", true)]
    [InlineData("http://127.0.0.2/%p", true)]
    [InlineData("http://[::1]:80/%p", true)]
    [InlineData("http://192.168.1.5/%p", true, true)]
    [InlineData("http://192.168.1.5/%p", false)]
    [InlineData("http://localhost.example.com/%p", false)]
    [InlineData("http://127.0.0.1.example.com/%p", false)]
    [InlineData("ftp://127.0.0.1/%p", false, true)]
    [InlineData("tel:%p", false, true)]
    [InlineData("//pbx.example.com/%p", false)]
    [InlineData("pbx.example.com/%p", false)]
    [InlineData("", false)]
    [InlineData("https://", false)]
    [InlineData("https:///%p", false)]
    [InlineData("https://user@pbx.example.com/%p", false)]
    [InlineData("https://user:password@pbx.example.com/%p", false)]
    [InlineData("https://%p/", false)]
    [InlineData("https://<attn>.example.com/%p", false)]
    [InlineData("https://pbx.example.com:%p/", false)]
    [InlineData("https://pbx.example.com:8x/%p", false)]
    [InlineData("https://pbx.example.com\\@evil.example/%p", false)]
    [InlineData("<attn>://pbx.example.com/%p", false)]
    [InlineData("https://pbx.example.com/%p#x", false)]
    [InlineData("https://pbx.example.com/call", false)]
    public void Where_requests_go_is_fixed_when_the_provider_is_made(string url, bool isFine, bool allowInsecure = false)
    {
        var make = () => new HttpTemplateTelephonyProvider(new(url) { AllowInsecure = allowInsecure }).Dispose();

        if (isFine)
            make.Should().NotThrow();
        else
            make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [Requirement("PROV-25")]
    [InlineData("https://pbx.example.com/%p?n=<nosuch>", ParseErrorKind.UnknownVariable, 29)]
    [InlineData("https://pbx.example.com/../%p", ParseErrorKind.PathTraversal, 24)]
    [InlineData("https://pbx.example.com/%p%", ParseErrorKind.UnknownDirective, 26)]
    [InlineData("https://pbx.example.com/%p a", ParseErrorKind.InvalidCharacter, 26)]
    [InlineData("https://pbx.example.com/%p%0a", ParseErrorKind.InvalidEscape, 26)]
    public void A_malformed_address_says_what_and_where(string url, ParseErrorKind kind, int position) =>
        FluentActions.Invoking(() => new HttpTemplateTelephonyProvider(new(url))).Should().Throw<PhoneLinkParseException>().Which.Error.Should().Be(new ParseError(kind, position));

    [Theory]
    [Requirement("PROV-25")]
    [InlineData("DELETE", null, HttpBodyKind.Form)]
    [InlineData("GET", "a=b", HttpBodyKind.Form)]
    [InlineData("POST", "{\"n\":%p}", HttpBodyKind.Json)]
    [InlineData("POST", "{\"n\":\"\\\\\"%p\"}", HttpBodyKind.Json)]
    [InlineData("POST", "{\"n\":\"%p}", HttpBodyKind.Json)]
    [InlineData("POST", "n=%p", (HttpBodyKind)9)]
    public void A_request_that_makes_no_sense_is_refused(string method, string? body, HttpBodyKind kind) =>
        FluentActions.Invoking(() => new HttpTemplateTelephonyProvider(new("https://pbx.example.com/%p") { Method = new(method), Body = body, BodyKind = kind }))
            .Should().Throw<ArgumentException>();

    [Theory]
    [Requirement("PROV-26")]
    [InlineData("X-A", "b\r\nX-C: d")]
    [InlineData("X-A", "b\nc")]
    [InlineData("X-A", "b\0")]
    [InlineData("X-A\r\nX-B", "c")]
    [InlineData("X A", "b")]
    [InlineData("", "b")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("idempotency-key", "mine")]
    public void A_header_line_is_one_line_and_the_hosts(string name, string value) =>
        FluentActions.Invoking(() => new HttpTemplateTelephonyProvider(new("https://pbx.example.com/%p") { Headers = new Dictionary<string, string> { [name] = value } }))
            .Should().Throw<ArgumentException>();

    [Fact]
    [Requirement("PROV-24")]
    [Requirement("PROV-26")]
    public async Task The_request_is_what_the_template_says()
    {
        using var server = new PlainServer(PlainServer.Answer(200));
        var request = Request("Åse & Bø");
        var options = new HttpTemplateTelephonyOptions(server.Origin + "/call/%p?name=<attn>&to=%p&x=%2F")
        {
            Body = "to=%p&name={attn}&id=<deal>",
            CustomVariables = ["deal"],
            Headers = new Dictionary<string, string> { ["X-Api-Key"] = "%p <attn>" },
        };

        await DialAsync(options, request);

        var lines = server.Requests.Single().Split("\r\n");
        lines[0].Should().Be("POST /call/+4722517000?name=%C3%85se%20%26%20B%C3%B8&to=%2B4722517000&x=%2F HTTP/1.1");
        lines[^1].Should().Be("to=%2B4722517000&name=%C3%85se%20%26%20B%C3%B8&id=");
        lines.Should().Contain(["Idempotency-Key: " + request.CallId, "X-Api-Key: %p <attn>", "Content-Type: application/x-www-form-urlencoded"]);
    }

    [Theory]
    [Requirement("PROV-24")]
    [InlineData(PhoneNumberStyle.Dialable, "/+4722517000,1?n=%2B4722517000,1", "+4722517000,1")]
    [InlineData(PhoneNumberStyle.Digits, "/4722517000?n=4722517000", "4722517000")]
    [InlineData(PhoneNumberStyle.AsWritten, "/%2B47%2022%2051%2070%2000%2C1?n=%2B47%2022%2051%2070%2000%2C1", "+47 22 51 70 00,1")]
    public async Task Address_and_body_write_the_number_in_one_style(PhoneNumberStyle style, string target, string text)
    {
        using var server = new PlainServer(PlainServer.Answer(200));

        await DialAsync(
            new(server.Origin + "/%p?n=%p") { NumberStyle = style, Body = "{\"n\":\"%p\"}", BodyKind = HttpBodyKind.Json },
            new(PhoneNumber.Parse("+47 22 51 70 00,1")));

        server.Requests.Single().Should().StartWith($"POST {target} HTTP/1.1\r\n").And.EndWith($"\r\n\r\n{{\"n\":\"{text}\"}}").And.Contain("Content-Type: application/json\r\n");
    }

    [Fact]
    [Requirement("PROV-25")]
    public async Task A_desk_telephone_gets_its_GET_with_nothing_in_it()
    {
        using var server = new PlainServer(PlainServer.Answer(200));

        await DialAsync(new(server.Origin + "/servlet?key=number=%p") { Method = HttpMethod.Get }, Request("Ada"));

        server.Requests.Single().Should().StartWith("GET /servlet?key=number=%2B4722517000 HTTP/1.1\r\n").And.Contain("\r\nContent-Length: 0\r\n").And.EndWith("\r\n\r\n");
    }

    [Fact]
    [Requirement("PROV-24")]
    public async Task Whatever_a_value_holds_lines_and_fields_are_those_of_a_harmless_one()
    {
        using var server = new PlainServer(PlainServer.Answer(200));
        var form = new HttpTemplateTelephonyOptions(server.Origin + "/a/x<attn>/b?to=%p&name=<attn>&end=1") { Body = "to=%p&name=<attn>&end=1" };
        var json = form with { Body = "{ \"to\": \"%p\", \"name\": \"<attn>\", \"end\": { \"a\": 1 } }", BodyKind = HttpBodyKind.Json };
        await DialAsync(form, Request("Ada"));
        await DialAsync(json, Request("Ada"));
        var (benignForm, benignJson) = (server.Requests[0], server.Requests[1]);

        foreach (var text in HostileText.All.Append("\uD800"))
        {
            (await DialAsync(form, Request(text))).Status.Should().Be(DialStatus.Accepted, text);
            (await DialAsync(json, Request(text))).Status.Should().Be(DialStatus.Accepted, text);
            var (hostileForm, hostileJson) = (server.Requests[^2], server.Requests[^1]);

            Shape(hostileForm).Should().Equal(Shape(benignForm), text);
            Shape(hostileJson).Should().Equal(Shape(benignJson), text);
            Fields(hostileForm.Split("\r\n\r\n")[1]).Should().Equal(("to", "+4722517000"), ("name", Kept(text)), ("end", "1"));
            Fields(hostileForm.Split(' ')[1].Split('?')[1]).Should().Equal(("to", "+4722517000"), ("name", Kept(text)), ("end", "1"));
            using var document = JsonDocument.Parse(hostileJson.Split("\r\n\r\n")[1]);
            document.RootElement.EnumerateObject().Select(static property => property.Name).Should().Equal("to", "name", "end");
            document.RootElement.GetProperty("name").GetString().Should().Be(text == "\uD800" ? "\uFFFD" : text);
        }
    }

    [Theory]
    [Requirement("PROV-24")]
    [InlineData("..", DialStatus.Invalid)]
    [InlineData(".", DialStatus.Invalid)]
    [InlineData("../x", DialStatus.Accepted)]
    [InlineData("a/b", DialStatus.Accepted)]
    public async Task A_value_does_not_climb_out_of_its_path(string name, DialStatus status)
    {
        using var server = new PlainServer(PlainServer.Answer(200));

        (await DialAsync(new(server.Origin + "/a/<attn>/b/%p"), Request(name))).Status.Should().Be(status);

        server.Requests.Select(static text => text.Split(' ')[1].Count(static c => c == '/')).Should().Equal(status is DialStatus.Invalid ? [] : [4]);
    }

    [Fact]
    [Requirement("PROV-24")]
    public async Task A_value_that_is_too_long_is_not_sent()
    {
        using var server = new PlainServer(PlainServer.Answer(200));

        foreach (var options in new HttpTemplateTelephonyOptions[] { new(server.Origin + "/%p?n=<attn>"), new(server.Origin + "/%p") { Body = "n=<attn>" } })
            (await DialAsync(options, Request(new string('å', 20_000)))).Reason.Should().Be(DialReason.NotExpressible);

        server.Requests.Should().BeEmpty();
        new HttpTemplateTelephonyOptions("https://user:password@x/").ToString().Should().NotContain("password");
    }

    private static DialRequest Request(string name) => new(PhoneNumber.Parse("+47 22 51 70 00")) { Subject = new() { Person = new() { Name = name } } };

    private static async Task<DialResult> DialAsync(HttpTemplateTelephonyOptions options, DialRequest request)
    {
        using var provider = new HttpTemplateTelephonyProvider(options);
        return await provider.DialAsync(request);
    }

    /// <summary>The names of the header lines in their order, how many lines there are, and how the target is divided.</summary>
    private static IEnumerable<string> Shape(string request)
    {
        // .NET adds this line where a test that runs at the same time listens to activities.
        var lines = request.Split("\r\n").Where(static line => !line.StartsWith("traceparent:", StringComparison.Ordinal)).ToArray();
        return [.. lines[1..^1].Select(static line => line.Split(':')[0]), $"{lines.Length} {lines[0].Count(static c => c is ' ' or '/' or '?' or '&' or '=')}"];
    }

    private static IEnumerable<(string Name, string Value)> Fields(string text) =>
        text.Split('&').Select(static field => (field.Split('=')[0], Uri.UnescapeDataString(field.Split('=')[1])));

    /// <summary>A null and half a character are no text; a sign takes their place.</summary>
    private static string Kept(string text) => text.Replace('\0', '\uFFFD').Replace('\uD800', text == "\uD800" ? '\uFFFD' : '\uD800');
}
