namespace PhoneLink.Registration;

/// <summary>The arguments between the program and the link. To be replaced by <c>PhoneLink.Activation.ProtocolActivation.Arguments</c>, which reads them.</summary>
internal static class ActivationArguments
{
    /// <summary>The lone dashes end the options: a link can never be taken for one (S5).</summary>
    public const string Value = "--phonelink --";
}
