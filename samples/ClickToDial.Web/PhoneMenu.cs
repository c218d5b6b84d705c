using PhoneLink;

namespace ClickToDial.Web;

/// <summary>A person's numbers to choose from: behind the phone button, which works without a script, and in the context menu.</summary>
internal static class PhoneMenu
{
    public static Markup Button(SubjectPerson person, IReadOnlyList<PhoneLinkChoice> choices, CallLinks links, int id) =>
        choices.Count == 0
            ? (Markup)$"""<button type="button" class="call" disabled aria-label="No number of {person.Name}">{Icons.Phone}</button>"""
            : (Markup)$"""
              <button type="button" class="call" popovertarget="phones-{id}" aria-label="Call {person.Name}: choose a number">{Icons.Phone}{Icons.Chevron}</button>
              <div class="menu" id="phones-{id}" popover aria-label="Numbers of {person.Name}">
                <p class="title">Call <bdi>{person.Name}</bdi></p>
                <ul>{choices.Select(choice => Choice(choice, links))}</ul>
              </div>
              """;

    public static Markup Context(SubjectPerson person, IReadOnlyList<PhoneLinkChoice> choices, CallLinks links, int id) =>
        $"""
        <div class="menu context" id="menu-{id}" popover="manual" role="menu" aria-label="{person.Name}">
          {(choices.Count == 0 ? Unavailable("No number to call", "") : Call(person, choices[0], links))}
          {choices.Skip(1).Select(choice => Other(choice, links))}
        </div>
        """;

    private static Markup Choice(PhoneLinkChoice choice, CallLinks links) =>
        links.Href(choice) is { } href
            ? (Markup)$"""<li><a href="{href}"><span>{Words.Label(choice.Entry)}</span><bdi>{choice.Entry.Value}</bdi></a></li>"""
            : (Markup)$"""<li><span class="off"><span>{Words.Label(choice.Entry)}</span>{WhyNot(choice)}</span></li>""";

    private static Markup Call(SubjectPerson person, PhoneLinkChoice choice, CallLinks links) =>
        links.Href(choice) is { } href
            ? (Markup)$"""<a role="menuitem" tabindex="-1" class="first" href="{href}">{Icons.Phone}<span>Call <bdi>{person.Name}</bdi><small>{Words.Label(choice.Entry)} <bdi>{choice.Entry.Value}</bdi></small></span></a>"""
            : Unavailable(Words.Label(choice.Entry), WhyNot(choice));

    private static Markup Other(PhoneLinkChoice choice, CallLinks links) =>
        links.Href(choice) is { } href
            ? (Markup)$"""<a role="menuitem" tabindex="-1" href="{href}"><span>{Words.Label(choice.Entry)}</span><bdi>{choice.Entry.Value}</bdi></a>"""
            : Unavailable(Words.Label(choice.Entry), WhyNot(choice));

    private static Markup Unavailable(string label, string why) =>
        $"""<span role="menuitem" tabindex="-1" aria-disabled="true" class="off"><span>{label}</span>{why}</span>""";

    private static string WhyNot(PhoneLinkChoice choice) => choice.Entry.DoNotCall ? "Do not call" : "No link";
}
