namespace PhoneLink.Benchmarks.Contenders;

/// <summary>Who takes part in which comparison: nobody is timed who does not give what the others give.</summary>
internal static class Agreement
{
    public const string TelLink = "tel:+4722510000";
    public const string CalltoLink = "callto:+4722510000";
    public const string FiveHolesLink = "domycall:+4722510000?name=Kari%20Nordmann&company=Bakke%20%26%20S%C3%B8nn%20AS&user=kn&id=4711";
    public const string TelUriText = "tel:+4722510000";
    public const string LongTelUriText = "tel:+47-22-51-00-00;ext=12";
    public const string SipUriText = "sip:+4722510000@pbx.example.com;user=phone";
    public const string GlobalNumberText = "+47 22 51 00 00";
    public const string BracketedNumberText = "(022) 51-00-00 ext. 12";
    public const string LocalNumberText = "22 51 00 00 x12";

    public static IReadOnlyDictionary<string, Func<CallRow, string>> TelWriters { get; } = new Dictionary<string, Func<CallRow, string>>
    {
        ["string.Concat"] = HandWritten.WriteTel,
        ["a span, by hand"] = static row => ToText(row, HandWritten.WriteTel),
        ["PhoneLink"] = WithPhoneLink.WriteTel,
        ["PhoneLink, a span"] = static row => ToText(row, static (row, link) => WithPhoneLink.Tel.TryExpand(row.Number, null, link, out var length) ? length : 0),
        ["string.Replace"] = FormatStrings.ReplaceTel,
        ["string.Format"] = FormatStrings.FormatTel,
        ["CompositeFormat"] = FormatStrings.CompositeTel,
        ["CompositeFormat, a span"] = static row => ToText(row, FormatStrings.CompositeTel),
        ["Handlebars"] = Engines.HandlebarsTel,
        ["Fluid"] = Engines.FluidTel,
    };

    public static IReadOnlyDictionary<string, Func<CallRow, string>> CalltoWriters { get; } = new Dictionary<string, Func<CallRow, string>>
    {
        ["string.Concat"] = HandWritten.WriteCallto,
        ["PhoneLink"] = WithPhoneLink.WriteCallto,
    };

    public static IReadOnlyDictionary<string, Func<CallRow, string>> FiveHolesWriters { get; } = new Dictionary<string, Func<CallRow, string>>
    {
        ["by hand"] = HandWritten.WriteFiveHoles,
        ["a span, by hand"] = static row => ToText(row, HandWritten.WriteFiveHoles),
        ["PhoneLink"] = WithPhoneLink.WriteFiveHoles,
        ["PhoneLink, a span"] = static row =>
            ToText(row, static (row, link) => WithPhoneLink.FiveHoles.TryExpand(row.Number, row.Subject, link, out var length) ? length : 0),
        ["string.Replace"] = FormatStrings.ReplaceFiveHoles,
        ["string.Format"] = FormatStrings.FormatFiveHoles,
        ["CompositeFormat"] = FormatStrings.CompositeFiveHoles,
        ["Handlebars"] = Engines.HandlebarsFiveHoles,
        ["Fluid"] = Engines.FluidFiveHoles,
    };

    public static IReadOnlyDictionary<string, Func<string, LinkParts?>> TelReaders { get; } = new Dictionary<string, Func<string, LinkParts?>>
    {
        ["by hand"] = HandWrittenScan.ReadTel,
        ["PhoneLink"] = static link => WithPhoneLink.Read(WithPhoneLink.Tel, link),
        ["Regex"] = GeneratedRegex.ReadTel,
    };

    public static IReadOnlyDictionary<string, Func<string, LinkParts?>> FiveHolesReaders { get; } = new Dictionary<string, Func<string, LinkParts?>>
    {
        ["by hand"] = HandWrittenScan.ReadFiveHoles,
        ["PhoneLink"] = static link => WithPhoneLink.Read(WithPhoneLink.FiveHoles, link),
        ["Regex"] = GeneratedRegex.ReadFiveHoles,
    };

    public static IReadOnlyDictionary<string, Func<string, bool>> TelShapes { get; } = new Dictionary<string, Func<string, bool>>
    {
        ["by hand"] = static link => HandWrittenScan.IsTel(link),
        ["PhoneLink"] = static link => WithPhoneLink.Tel.IsMatch(link),
        ["Regex"] = static link => GeneratedRegex.IsTel(link),
    };

    public static IReadOnlyDictionary<string, Func<string, bool>> FiveHolesShapes { get; } = new Dictionary<string, Func<string, bool>>
    {
        ["by hand"] = static link => HandWrittenScan.IsFiveHoles(link),
        ["PhoneLink"] = static link => WithPhoneLink.FiveHoles.IsMatch(link),
        ["Regex"] = static link => GeneratedRegex.IsFiveHoles(link),
    };

    public static IReadOnlyDictionary<string, Func<string, ScannedTel?>> TelUriReaders { get; } = new Dictionary<string, Func<string, ScannedTel?>>
    {
        ["by hand"] = ScannedTel.ByHand,
        ["PhoneLink"] = WithPhoneLink.ReadTelUri,
        ["System.Uri"] = ScannedTel.BySystemUri,
        ["Regex"] = GeneratedRegex.ReadTelUri,
        ["libphonenumber"] = Libphonenumber.ReadTelUri,
    };

    public static IReadOnlyDictionary<string, Func<string, ScannedTel?>> CalltoUriReaders { get; } = new Dictionary<string, Func<string, ScannedTel?>>
    {
        ["by hand"] = ScannedTel.CalltoByHand,
        ["PhoneLink"] = WithPhoneLink.ReadCalltoUri,
        ["System.Uri"] = ScannedTel.CalltoBySystemUri,
        ["Regex"] = GeneratedRegex.ReadCalltoUri,
    };

    public static IReadOnlyDictionary<string, Func<string, ScannedSip?>> SipUriReaders { get; } = new Dictionary<string, Func<string, ScannedSip?>>
    {
        ["by hand"] = ScannedSip.ByHand,
        ["PhoneLink"] = WithPhoneLink.ReadSipUri,
        ["System.Uri"] = ScannedSip.BySystemUri,
        ["Regex"] = GeneratedRegex.ReadSipUri,
    };

    public static IReadOnlyDictionary<string, Func<string, ScannedTel?>> NumberReaders { get; } = new Dictionary<string, Func<string, ScannedTel?>>
    {
        ["by hand"] = ScannedNumber.ByHand,
        ["PhoneLink"] = WithPhoneLink.ReadNumber,
        ["Regex"] = GeneratedRegex.ReadNumber,
        ["libphonenumber"] = Libphonenumber.ReadNumber,
    };

    /// <summary>Lets all contenders of a comparison do its work once.</summary>
    /// <exception cref="InvalidOperationException">One of them gives something else.</exception>
    public static void Check<TInput, TResult>(IReadOnlyDictionary<string, Func<TInput, TResult>> contenders, TInput input, TResult expected)
    {
        foreach (var (name, run) in contenders)
            if (!EqualityComparer<TResult>.Default.Equals(run(input), expected))
                throw new InvalidOperationException($"{name} does not give what the others give.");
    }

    private static string ToText(CallRow row, Func<CallRow, Span<char>, int> write)
    {
        Span<char> link = stackalloc char[2048];
        return link[..write(row, link)].ToString();
    }
}
