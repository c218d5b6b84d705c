using PhoneLink.Registration;

namespace PhoneLink.Tests.Registration.Export;

/// <summary>What an administrator rolls out in these tests.</summary>
internal static class Fleet
{
    public static readonly string[] Origins = ["https://crm.contoso.com", "https://CRM.example:8443", "http://localhost:5000"];

    private static readonly ProtocolRegistration Private = new("DoMyCall", "Contoso \"Phone\" Bø", @"C:\Program Files\Contoso Phone\phone.exe") { Product = "Contoso Phone & Co", ApplicationId = "com.contoso.phone" };

    /// <summary>Gets the program's own scheme, for one user.</summary>
    public static ProtocolRegistration[] OwnScheme { get; } = [Private];

    /// <summary>Gets the program's own scheme and two that others offer as well, for the machine.</summary>
    public static ProtocolRegistration[] AllSchemes { get; } =
    [
        Private with { Scope = RegistrationScope.Machine },
        Private with { Scheme = "tel", ApplicationId = "com.contoso.phone.tel", Scope = RegistrationScope.Machine },
        Private with { Scheme = "callto", ApplicationId = "com.contoso.phone-callto", Scope = RegistrationScope.Machine },
    ];

    /// <summary>Gets the same for a Linux desktop.</summary>
    public static ProtocolRegistration[] OnLinux { get; } = [.. AllSchemes.Select(static registration => registration with { Executable = "/opt/contoso/phone" })];
}
