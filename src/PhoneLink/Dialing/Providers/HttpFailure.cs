#if !NET
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
#endif

namespace PhoneLink;

/// <summary>What an exception of an HTTP client proves.</summary>
internal static class HttpFailure
{
    /// <summary>Whether there was no connection over which a request could have left; anything unknown is no proof.</summary>
    public static bool ProvesNoConnection(Exception exception) => exception is HttpRequestException failure && IsBeforeTheRequest(failure);

#if NET
    private static bool IsBeforeTheRequest(HttpRequestException failure) => failure.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
#else
    /// <summary>On .NET Framework a <see cref="WebException"/> tells; elsewhere what the connection itself threw, which a broken one wraps once more.</summary>
    private static bool IsBeforeTheRequest(HttpRequestException failure) => failure.InnerException switch
    {
        WebException web => web.Status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.ConnectFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure,
        SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData
            or SocketError.TryAgain or SocketError.NoRecovery or SocketError.HostUnreachable or SocketError.NetworkUnreachable
            or SocketError.HostDown or SocketError.NetworkDown or SocketError.AddressNotAvailable,
        AuthenticationException => true,
        _ => false,
    };
#endif
}
