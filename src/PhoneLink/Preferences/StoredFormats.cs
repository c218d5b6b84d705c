namespace PhoneLink;

/// <summary>Makes the options by which formats are read of those that the host set.</summary>
internal static class StoredFormats
{
    /// <summary>Copies the host's options for stored formats, which are read leniently.</summary>
    /// <exception cref="ArgumentException">A host is not a host name.</exception>
    public static PhoneLinkFormatOptions Options(PhoneLinkFormatOptions options, IEnumerable<string> allowedHosts) =>
        Copy(options, allowedHosts);

    /// <summary>Copies the host's options for the host's own format, which is read strictly.</summary>
    /// <exception cref="ArgumentException">A host is not a host name.</exception>
    public static PhoneLinkFormatOptions StrictOptions(PhoneLinkFormatOptions options, IEnumerable<string> allowedHosts) =>
        Copy(options, allowedHosts);

    /// <summary>A copy, so that later changes do not reach who reads; with more web hosts.</summary>
    private static PhoneLinkFormatOptions Copy(PhoneLinkFormatOptions options, IEnumerable<string> allowedHosts)
    {
        var copy = new PhoneLinkFormatOptions
        {
            UnknownVariables = options.UnknownVariables,
            Schemes = allowedHosts.Aggregate(options.Schemes, static (schemes, host) => schemes.AllowHttps(host)),
        };
        copy.CustomVariables.UnionWith(options.CustomVariables);
        return copy;
    }
}
