using PhoneLink;

namespace ClickToDial.Web;

/// <summary>The card of the company, with its own numbers.</summary>
internal static class CompanyCard
{
    public static Markup Render(SubjectCompany company, IReadOnlyList<PhoneLinkChoice> choices, CallLinks links) =>
        $"""
        <article class="card" aria-labelledby="company">
          <div class="avatar company" aria-hidden="true">{Words.Initials(company.Name)}</div>
          <h1 id="company"><bdi>{company.Name}</bdi></h1>
          <p class="muted"><bdi>{company.Business}</bdi></p>
          {Call(choices, links)}
          <dl>
            {choices.Select(choice => Row(choice, links))}
            {Address(company.StreetAddress)}
            {Web(company.Web)}
          </dl>
        </article>
        """;

    /// <summary>The button for those who do not choose: the first number that can be called.</summary>
    private static Markup Call(IReadOnlyList<PhoneLinkChoice> choices, CallLinks links) =>
        choices.Select(links.Href).FirstOrDefault(static href => href is not null) is { } href
            ? (Markup)$"""<a class="primary" href="{href}">{Icons.Phone}Call</a>"""
            : Markup.Empty;

    private static Markup Row(PhoneLinkChoice choice, CallLinks links) =>
        $"""<div><dt>{Words.Label(choice.Entry)}</dt><dd>{PhoneCell.Render(choice, links)}</dd></div>""";

    private static Markup Address(SubjectAddress? address) =>
        address is null ? Markup.Empty : $"""<div><dt>Address</dt><dd><bdi>{address.Line1}</bdi><br><bdi>{address.Zip} {address.City}</bdi></dd></div>""";

    private static Markup Web(string? address) =>
        string.IsNullOrWhiteSpace(address) ? Markup.Empty
        : CallLinks.Web(address) is { } href ? (Markup)$"""<div><dt>Web</dt><dd><a href="{href}" rel="noopener noreferrer"><bdi>{address}</bdi></a></dd></div>"""
        : (Markup)$"""<div><dt>Web</dt><dd><bdi>{address}</bdi></dd></div>""";
}
