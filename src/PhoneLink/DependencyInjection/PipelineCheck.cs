using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Builds the pipeline when the host starts, so that a name that leads nowhere is found then and not with the first call.</summary>
internal sealed class PipelineCheck
{
    /// <summary>Takes the options' part: it has nothing to set.</summary>
    internal sealed class Validator(IServiceProvider services) : IValidateOptions<PipelineCheck>
    {
        public ValidateOptionsResult Validate(string? name, PipelineCheck options)
        {
            try
            {
                services.GetRequiredService<ITelephonyProvider>();
                return ValidateOptionsResult.Success;
            }
            catch (OptionsValidationException exception) when (exception.OptionsType == typeof(TelephonyProviderBuilder))
            {
                return ValidateOptionsResult.Fail(exception.Failures);
            }
        }
    }
}
