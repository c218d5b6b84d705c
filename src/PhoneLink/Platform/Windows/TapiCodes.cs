namespace PhoneLink;

/// <summary>What <c>tapiRequestMakeCall</c> returns (TAPIERR_… of tapi.h).</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/api/tapi/nf-tapi-tapirequestmakecall.</remarks>
internal static class TapiCodes
{
    /// <summary>The request waits for a call manager; nobody looked at the address.</summary>
    public const int Queued = 0;

    /// <summary>No call manager runs, and none could be started.</summary>
    public const int NoRecipient = -2;

    /// <summary>The queue of requests is full.</summary>
    public const int QueueFull = -3;

    /// <summary>The address is refused.</summary>
    public const int InvalidAddress = -4;
}
