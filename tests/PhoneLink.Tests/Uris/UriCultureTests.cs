using System.Globalization;
using System.Reflection;
using System.Text;

namespace PhoneLink.Tests.Uris;

/// <summary>Links are protocol text: the culture of whoever reads them does not count.</summary>
public sealed class UriCultureTests
{
    private static readonly string[] Cultures = ["tr-TR", "az-Latn-AZ", "ar-SA", "fa-IR", "th-TH", "lt-LT"];

    /// <summary>Every text of a row of these tests, and what a Turkish i and a foreign sign could spoil.</summary>
    private static readonly string[] Corpus =
    [
        .. from type in typeof(UriCultureTests).Assembly.GetTypes()
           where type.Namespace == typeof(UriCultureTests).Namespace
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
           from row in method.GetCustomAttributesData()
           where row.AttributeType == typeof(InlineDataAttribute)
           from cell in (IReadOnlyCollection<CustomAttributeTypedArgument>)row.ConstructorArguments[0].Value!
           where cell.Value is string
           select (string)cell.Value!,
        "SIP:+4722517000@I.EXAMPLE.COM:5060;USER=PHONE;TTL=15;MADDR=1.2.3.4",
        "SIPS:I@I;LR?SUBJECT=I",
        "TEL:+4722517000;ISUB=12;ISUB-ENCODING=NSAP-IA5;NPDI;CIC=+1-6789;VERIFY=I",
        "TEL:7042;PHONE-CONTEXT=I.EXAMPLE.COM;M-ID=1",
        "FACETIME-AUDIO:+4722517000;M-ID=1",
        "JAVASCRIPT:1", "FILE:1", "VIEW-SOURCE:1",
    ];

    [CultureFact]
    [Requirement("URI-41")]
    public void The_cultures_differ_in_what_a_careless_parser_asks_of_them()
    {
        In("tr-TR", static () => "ISUB".ToLower(CultureInfo.CurrentCulture)).Should().Be("\u0131sub");
        In("fa-IR", static () => (-1).ToString(CultureInfo.CurrentCulture)).Should().NotBe("-1");
        In("th-TH", static () => new DateTime(2026, 1, 1).ToString("yyyy", CultureInfo.CurrentCulture)).Should().Be("2569");
    }

    [CultureFact]
    [Requirement("URI-41")]
    public void The_culture_of_the_thread_does_not_count()
    {
        Corpus.Should().HaveCountGreaterThan(500);
        var expected = In("", Transcript);

        foreach (var culture in Cultures)
            In(culture, Transcript).Should().Be(expected, culture);
    }

    private static string Transcript()
    {
        var transcript = new StringBuilder();
        TelephonyUri? last = null;
        foreach (var text in Corpus)
            foreach (var parsing in new[] { UriParsing.Strict, UriParsing.Lenient })
            {
                if (!TelephonyUri.TryParse(text.AsSpan(), parsing, out var uri, out var error))
                {
                    transcript.Append(TorturedUriTests.Told(error)).Append('\n');
                    continue;
                }

                transcript.AppendJoin(' ', uri.Scheme, uri, TorturedUriTests.Told(uri), uri.IsUsable, uri.Equals(last), uri.Equals(TelephonyUri.Parse(text.ToUpperInvariant())));
                transcript.Append(' ').AppendJoin(' ', uri.Repairs);
                if (uri is TelUri tel)
                    transcript.AppendJoin(' ', tel.CanonicalText, tel.ToSip("I.EXAMPLE.COM").OriginalText, new TelUri(tel.Number).OriginalText);
                if (uri is SipUri sip)
                    transcript.AppendJoin(' ', sip.ToTel()?.CanonicalText, sip.IsEquivalentTo(last as SipUri), new SipUri(sip.User, sip.Host ?? "I", 5060).OriginalText);

                transcript.Append(uri.TryGetSystemUri(out var system, out var loss)).Append(loss).Append(system?.AbsoluteUri).Append('\n');
                last = uri;
            }

        return transcript.ToString();
    }

    private static T In<T>(string culture, Func<T> answer)
    {
        var (current, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return answer();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (current, ui);
        }
    }
}
