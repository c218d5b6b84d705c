using PhoneLink;

namespace ClickToDial.Web;

/// <summary>Who looks at the page; the preferences are those of this user and group.</summary>
internal sealed class PageUser
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Group { get; set; }

    public PreferenceScope Scope => new() { User = Id, Group = Group };
}
