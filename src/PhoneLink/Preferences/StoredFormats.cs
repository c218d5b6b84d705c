namespace PhoneLink;

/// <summary>Makes the options by which formats are read of those that the host set.</summary>
internal static class StoredFormats
{
    /// <summary>Copies the host's options for stored formats, which are read leniently.</summary>
    /// <exception cref="ArgumentException">A host is not a host name.</exception>
    public static PhoneLinkFormatOptions Options(PhoneLinkFormatOptions options, IEnumerable<string> allowedHosts) =>
        Copy(options, FormatParsing.Lenient, allowedHosts);

    /// <summary>Copies the host's options for the host's own format, which is read strictly.</summary>
    /// <exception cref="ArgumentException">A host is not a host name.</exception>
    public static PhoneLinkFormatOptions StrictOptions(PhoneLinkFormatOptions options, IEnumerable<string> allowedHosts) =>
        Copy(options, FormatParsing.Strict, allowedHosts);

    /// <summary>A copy, so that later changes do not reach who reads; with more web hosts.</summary>
    private static PhoneLinkFormatOptions Copy(PhoneLinkFormatOptions options, FormatParsing parsing, IEnumerable<string> allowedHosts)
    {
        var copy = new PhoneLinkFormatOptions
        {
            Parsing = parsing,
            UnknownVariables = options.UnknownVariables,
            Encoding = options.Encoding,
            NumberStyle = options.NumberStyle,
            Extension = options.Extension,
            PostDial = options.PostDial,
            CaseFromVariable = options.CaseFromVariable,
            Schemes = allowedHosts.Aggregate(options.Schemes, static (schemes, host) => schemes.AllowHttps(host)),
        };
        copy.CustomVariables.UnionWith(options.CustomVariables);
        return copy;
    }
}
