namespace PhoneLink;

/// <summary>What the programs behind a scheme, or behind the web links of a host, want of a link; a target is a line of the table.</summary>
/// <param name="Key">The scheme, or the host of an https link.</param>
/// <param name="Form">How it wants numbers.</param>
/// <param name="Preset">The format to offer, or null for targets that are not for calls from a desktop.</param>
/// <param name="Description">Who answers, for a person.</param>
internal sealed record LinkTarget(string Key, NumberForm Form, string? Preset, string Description)
{
    /// <summary>Stands in a preset for the host that the administrator puts there.</summary>
    public const string Placeholder = "pbx.example.com";

    /// <summary>The targets in the order in which they are offered.</summary>
    public static readonly LinkTarget[] All =
    [
        // RFC 3966; RFC 3261 §19.1; RFC 5724
        new("tel", NumberForm.Telephone, "tel:%p", "The telephone that the operating system starts"),
        new("sip", NumberForm.Telephone, "sip:%p@" + Placeholder + ";user=phone", "A SIP telephone, by way of a server"),
        new("sips", NumberForm.Telephone, null, "A SIP telephone, encrypted"),
        new("sms", NumberForm.Telephone, null, "A text message"),

        // NetMeeting's scheme, which most softphones still take
        new("callto", NumberForm.Plain, "callto:%p", "Softphones: Teams, Zoom, Skype for Business and older ones"),

        // https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/
        new("facetime", NumberForm.Plain, "facetime:%p", "FaceTime with picture (macOS, iOS)"),
        new("facetime-audio", NumberForm.Plain, "facetime-audio:%p", "FaceTime without picture (macOS, iOS)"),
        new("facetime-prompt", NumberForm.Plain, null, "FaceTime with picture, which asks first (iOS)"),
        new("facetime-audio-prompt", NumberForm.Plain, null, "FaceTime without picture, which asks first (iOS)"),
        new("telprompt", NumberForm.Plain, null, "The telephone, which asks first (iOS)"),

        // https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams: 4: is a telephone number
        new("teams.microsoft.com", NumberForm.Plain, "https://teams.microsoft.com/l/call/0/0?users=4:%p", "Teams, by way of the browser"),
        new("msteams", NumberForm.Plain, "msteams:/l/call/0/0?users=4:%p", "Teams on the desktop"),

        new("ms-sfb", NumberForm.Plain, null, "Skype for Business on a telephone"),

        // https://learn.microsoft.com/skype-sdk/skypeuris/skypeuris; retired for consumers in May 2025
        new("skype", NumberForm.Plain, "skype:%p?call", "Skype"),

        // Vendors' own schemes
        new("zoomphonecall", NumberForm.Plain, "zoomphonecall://%p", "Zoom Phone"),
        new("zoomphonesms", NumberForm.Plain, null, "A text message of Zoom Phone"),
        new("rcmobile", NumberForm.Unmarked, "rcmobile://call?number=%p", "RingCentral"),
        new("ciscotel", NumberForm.Plain, "ciscotel:%p", "Cisco Jabber"),
        new("dialpad", NumberForm.Plain, "dialpad://%p", "Dialpad"),
        new("phone", NumberForm.Plain, "phone:%p", "estos ProCall"),

        // https://faq.whatsapp.com/5913398998672934: country code and number, nothing else
        new("wa.me", NumberForm.Bare, "https://wa.me/%p", "WhatsApp, by way of the browser"),
        new("whatsapp", NumberForm.Bare, "whatsapp://send?phone=%p", "WhatsApp on the desktop"),

        // RFC 3508; RFC 5456 §5
        new("h323", NumberForm.Plain, "h323:%p@" + Placeholder, "An H.323 telephone, by way of a gatekeeper"),
        new("iax", NumberForm.Plain, "iax:" + Placeholder + "/%p", "An IAX telephone, by way of an Asterisk server"),
        new("iax2", NumberForm.Plain, null, "An IAX telephone, by the scheme's older name"),
    ];

    private static readonly Dictionary<string, LinkTarget> ByKey = All.ToDictionary(static target => target.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>A key with a dot is a host; a private scheme of that name is not it.</summary>
    private bool IsHost => Key.Contains('.');

    public static LinkTarget? Find(string scheme, string? host) =>
        ByKey.TryGetValue(host ?? scheme, out var target) && target.IsHost == (host is not null) ? target : null;
}
