using Microsoft.Extensions.Options;
using PhoneLink;

namespace ClickToDial.Web;

/// <summary>Decides which links the page may carry: a text from outside is a link only when it is one of the expected kind.</summary>
internal sealed class CallLinks(IOptions<SampleOptions> options)
{
    /// <summary>Gets the text for <c>href</c>, or null where a number is only shown: do not call, no link, or a scheme that the page does not carry.</summary>
    public string? Href(PhoneLinkChoice choice) =>
        choice is { Entry.DoNotCall: false, Link: { } link } && TelephonyUri.TryParse(link, out var uri)
            && SchemePolicy.Default.Allows(uri.Scheme) && options.Value.Schemes.Contains(uri.Scheme)
            ? uri.OriginalText
            : null;

    /// <summary>Gets a contact's web address for <c>href</c>, or null: it may say <c>javascript:</c> as well.</summary>
    public static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri.AbsoluteUri : null;
}
