using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Checks options by the parser that will read them.</summary>
internal sealed class PhoneLinkOptionsValidator : IValidateOptions<PhoneLinkOptions>
{
    public ValidateOptionsResult Validate(string? name, PhoneLinkOptions options)
    {
        if (options.AllowedHosts.Any(static host => !IsHost(host)))
            return Fail(nameof(PhoneLinkOptions.AllowedHosts), "A host name is labels of letters, digits and inner hyphens, joined by dots, without port or wildcard.");

        return PhoneLinkFormat.TryParse(options.Format, StoredFormats.StrictOptions(options.FormatOptions, options.AllowedHosts), out _, out var error)
            ? ValidateOptionsResult.Success
            : Fail(nameof(PhoneLinkOptions.Format), error.Message);
    }

    private static bool IsHost(string? host) => host is not null && DomainName.IsValid(host.AsSpan());

    private static ValidateOptionsResult Fail(string property, string message) => ValidateOptionsResult.Fail($"{nameof(PhoneLinkOptions)}.{property}: {message}");
}
