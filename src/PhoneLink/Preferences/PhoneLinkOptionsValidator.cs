using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Checks options by the parser that will read them.</summary>
internal sealed class PhoneLinkOptionsValidator : IValidateOptions<PhoneLinkOptions>
{
    public ValidateOptionsResult Validate(string? name, PhoneLinkOptions options) =>
        PhoneLinkFormat.TryParse(options.Format, options.FormatOptions, out _, out var error)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{nameof(PhoneLinkOptions)}.{nameof(PhoneLinkOptions.Format)}: {error.Message}");
}
