using System.Runtime.InteropServices;

namespace PhoneLink;

/// <summary>Makes the client of a provider whose host gave none: nothing is followed, remembered or sent again.</summary>
internal static class OwnHttpClient
{
    /// <summary>Gets whether a request's header leaves together with its body; that of .NET Framework leaves before, and without an empty one.</summary>
#if NET
    public static bool SendsHeaderWithBody => true;
#else
    public static bool SendsHeaderWithBody => false;
#endif

    /// <summary>
    /// Gets whether a request without body is sent again, up to three times, when the server closes the connection without an answer, be it new or
    /// kept; the handler of .NET does this and cannot be told not to. One with an empty body it sends once. .NET Framework wants no body of a GET.
    /// </summary>
    public static bool RepeatsWithoutBody { get; } = !RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    public static HttpMessageInvoker Create() => new(Handler(), disposeHandler: true);

#if NET
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,

        // Without it the runtime tells no trace of the request, whose path may be the number: null ends the activity, not only its header.
        ActivityHeadersPropagator = null,

        // Nothing is sent over a connection that the server may just be closing.
        PooledConnectionLifetime = TimeSpan.Zero,

        // What an answer says besides its status is not read, not even to keep the connection.
        MaxResponseDrainSize = 0,
    };
#else
    private static HttpClientHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
#endif
}
