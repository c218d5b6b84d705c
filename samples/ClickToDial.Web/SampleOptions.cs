namespace ClickToDial.Web;

/// <summary>What the sample's configuration says beside the preferences.</summary>
internal sealed class SampleOptions
{
    /// <summary>The file with the company and its people.</summary>
    public string Contacts { get; set; } = "contacts.json";

    /// <summary>The schemes that a link of this page may have; a preference can choose among them and add none.</summary>
    public IList<string> Schemes { get; } = [];

    /// <summary>Who can look at the page; an application has a login instead.</summary>
    public IList<PageUser> Users { get; } = [];
}
