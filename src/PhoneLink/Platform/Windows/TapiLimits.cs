namespace PhoneLink;

/// <summary>How long the fields of <c>tapiRequestMakeCall</c> may be (TAPIMAX…SIZE of tapi.h), in units, the null at the end counted.</summary>
internal static class TapiLimits
{
    public const int Address = 80;

    public const int Application = 40;

    public const int CalledParty = 40;

    public const int Comment = 80;
}
