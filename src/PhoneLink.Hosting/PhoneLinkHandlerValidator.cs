using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Refuses to start a handler that could not ask, or that would start itself.</summary>
internal sealed class PhoneLinkHandlerValidator(IServiceProvider services) : IValidateOptions<PhoneLinkHandlerOptions>
{
    public ValidateOptionsResult Validate(string? name, PhoneLinkHandlerOptions options)
    {
        if (options.Schemes.Count == 0 || options.Schemes.Any(static scheme => scheme is null || SchemePolicy.IsDenied(scheme)))
            return ValidateOptionsResult.Fail("A handler needs the schemes that it registered (PhoneLinkHandlerOptions.Schemes); none may be denied.");

        return services.GetService<IDialConfirmation>() is null
            ? ValidateOptionsResult.Fail("A link must not start a call without a person's consent (RFC 3966 §11): register who is asked, AddPhoneLink().ConfirmWith(…).")
            : ValidateOptionsResult.Success;
    }
}
