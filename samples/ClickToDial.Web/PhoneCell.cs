using PhoneLink;

namespace ClickToDial.Web;

/// <summary>A number in a cell: a link where it can be called, otherwise the text on file.</summary>
internal static class PhoneCell
{
    public static Markup Render(PhoneLinkChoice choice, CallLinks links) =>
        links.Href(choice) is { } href ? (Markup)$"""<a class="number" href="{href}"><bdi>{choice.Entry.Value}</bdi></a>"""
        : choice.Entry.DoNotCall ? (Markup)$"""<span class="number"><bdi>{choice.Entry.Value}</bdi></span> <span class="badge">Do not call</span>"""
        : Text(choice.Entry.Value);

    public static Markup Text(string? value) =>
        string.IsNullOrWhiteSpace(value) ? (Markup)$"""<span class="muted">–</span>""" : $"""<span class="muted"><bdi>{value}</bdi></span>""";
}
