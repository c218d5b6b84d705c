using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using HandlebarsDotNet;

namespace PhoneLink.Benchmarks.Contenders;

/// <summary>General template engines, compiled once; the number goes in raw, every value through an encoder for URIs.</summary>
internal static class Engines
{
    private static readonly IHandlebars HandlebarsEngine = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new UriEncoder() });

    private static readonly HandlebarsTemplate<object, object> HandlebarsTelTemplate = HandlebarsEngine.Compile("tel:{{{Number.Digits}}}");

    private static readonly HandlebarsTemplate<object, object> HandlebarsFiveHolesTemplate = HandlebarsEngine.Compile(
        "domycall:{{{Number.Digits}}}?name={{Subject.Person.Name}}&company={{Subject.Company.Name}}&user={{Subject.UserId}}&id={{Subject.Company.Id}}");

    private static readonly FluidParser FluidEngine = new();

    private static readonly IFluidTemplate FluidTelTemplate = FluidEngine.Parse("tel:{{ Number.Digits | raw }}");

    private static readonly IFluidTemplate FluidFiveHolesTemplate = FluidEngine.Parse(
        "domycall:{{ Number.Digits | raw }}?name={{ Subject.Person.Name }}&company={{ Subject.Company.Name }}&user={{ Subject.UserId }}&id={{ Subject.Company.Id }}");

    private static readonly TemplateOptions FluidOptions = new() { MemberAccessStrategy = new UnsafeMemberAccessStrategy() };

    private static readonly UrlEncoder FluidEncoder = UnreservedOnly();

    public static string HandlebarsTel(CallRow row) => HandlebarsTelTemplate(row);

    public static string HandlebarsFiveHoles(CallRow row) => HandlebarsFiveHolesTemplate(row);

    public static string FluidTel(CallRow row) => FluidTelTemplate.Render(new TemplateContext(row, FluidOptions), FluidEncoder);

    public static string FluidFiveHoles(CallRow row) => FluidFiveHolesTemplate.Render(new TemplateContext(row, FluidOptions), FluidEncoder);

    /// <summary>The default one leaves commas.</summary>
    private static UrlEncoder UnreservedOnly()
    {
        var settings = new TextEncoderSettings();
        settings.AllowCharacters([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"]);
        return UrlEncoder.Create(settings);
    }

    private sealed class UriEncoder : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target) => target.Write(Uri.EscapeDataString(text ?? ""));

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            while (text?.MoveNext() is true)
                Encode(text.Current.ToString(), target);
        }
    }
}
