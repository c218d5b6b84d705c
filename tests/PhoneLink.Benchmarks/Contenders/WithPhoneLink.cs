namespace PhoneLink.Benchmarks.Contenders;

/// <summary>PhoneLink as a user calls it: the format is made once.</summary>
internal static class WithPhoneLink
{
    public static readonly PhoneLinkFormat Tel = PhoneLinkFormat.Parse("tel:%p");

    public static readonly PhoneLinkFormat FiveHoles = PhoneLinkFormat.Parse("domycall:%p?name=<attn>&company=<name>&user=<user>&id=<cuid>");

    public static string WriteTel(CallRow row) => Tel.Expand(row.Number);

    public static string WriteFiveHoles(CallRow row) => FiveHoles.Expand(row.Number, row.Subject);

    public static LinkParts? Read(PhoneLinkFormat format, string link) =>
        format.TryMatch(link, out var match)
            ? new(match.Number!.Digits, match.GetValue("attn"), match.GetValue("name"), match.GetValue("user"), match.GetValue("cuid"))
            : null;

    public static ScannedTel? ReadTelUri(string link) =>
        TelephonyUri.TryParse(link, out var uri) && uri is TelUri tel ? new(tel.Number.Digits, tel.Number.Extension) : null;
}
