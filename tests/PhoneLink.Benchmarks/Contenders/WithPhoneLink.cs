namespace PhoneLink.Benchmarks.Contenders;

/// <summary>PhoneLink as a user calls it: the format is made once.</summary>
internal static class WithPhoneLink
{
    public static readonly PhoneLinkFormat Tel = PhoneLinkFormat.Parse("tel:%p");

    public static readonly PhoneLinkFormat Callto = PhoneLinkFormat.Parse("callto:%p");

    public static readonly PhoneLinkFormat FiveHoles = PhoneLinkFormat.Parse("domycall:%p?name=<attn>&company=<name>&user=<user>&id=<cuid>");

    public static string WriteTel(CallRow row) => Tel.Expand(row.Number);

    public static string WriteCallto(CallRow row) => Callto.Expand(row.Number);

    public static string WriteFiveHoles(CallRow row) => FiveHoles.Expand(row.Number, row.Subject);

    /// <summary>The links of a list, one telephone a row, with the preference of who looks at it.</summary>
    public static async Task<string[]> WriteAll(PhoneLinkExpander expander, IReadOnlyList<CallSubject> rows) =>
        [.. (await expander.ExpandAllAsync(rows)).Select(static choices => choices[0].Link!)];

    public static PhoneLinkExpander FiveHolesExpander()
    {
        var preferences = new MemoryPreferenceSource();
        preferences.Set(new("Format", FiveHoles.ToString(), PreferenceLevel.System));
        return new(new PreferenceResolver([preferences]));
    }

    public static LinkParts? Read(PhoneLinkFormat format, string link) =>
        format.TryMatch(link, out var match)
            ? new(match.Number!.Digits, match.GetValue("attn"), match.GetValue("name"), match.GetValue("user"), match.GetValue("cuid"))
            : null;

    public static ScannedTel? ReadTelUri(string link) =>
        TelephonyUri.TryParse(link, out var uri) && uri is TelUri tel ? Scanned(tel.Number) : null;

    public static ScannedTel? ReadCalltoUri(string link) =>
        TelephonyUri.TryParse(link, out var uri) && uri is VendorUri { Scheme: "callto", Number: { } number } ? Scanned(number) : null;

    public static ScannedSip? ReadSipUri(string link) =>
        TelephonyUri.TryParse(link, out var uri) && uri is SipUri { Number: { } number, Host: { } host } ? new(number.Digits, host) : null;

    public static ScannedTel? ReadNumber(string text) => PhoneNumber.TryParse(text, out var number) ? Scanned(number) : null;

    private static ScannedTel Scanned(PhoneNumber number) => new(number.Digits, number.Extension);
}
