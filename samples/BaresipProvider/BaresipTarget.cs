using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using PhoneLink;

namespace BaresipProvider;

/// <summary>Writes what baresip is told to call, in characters that mean nothing else to it.</summary>
internal static class BaresipTarget
{
    /// <summary>baresip 1.0.0 has 1,024 bytes for a command; behind a longer one it calls the number that it called last.</summary>
    private const int MaxLength = 800;

    /// <summary>
    /// No space, which newer versions split at; no quote, angle bracket or line break, which end a SIP header; and no percent sign, since version
    /// 1.0.0 takes the address for a format of <c>printf</c>.
    /// </summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_.!~*();:@=&[]");

    public static bool TryWrite(TelephonyUri target, string domain, [NotNullWhen(true)] out string? uri, out DialReason reason)
    {
        (uri, reason) = target switch
        {
            SipUri { IsSecure: true } or SipUri { HasPassword: true } => (null, DialReason.NotExpressible),
            SipUri { Headers.Count: > 0 } => (null, DialReason.ForbiddenText),
            SipUri when target.OriginalText.Contains('%', StringComparison.Ordinal) => (null, DialReason.ForbiddenText),
            SipUri { Host: null } => (null, DialReason.InvalidLink),
            SipUri sip => (Written(sip), DialReason.None),
            { Number: { } number } when number.Digits.Contains('#', StringComparison.Ordinal) => (null, DialReason.NotExpressible),
            { Number: { } number } => ($"sip:{number.Digits}@{domain}", DialReason.None),
            _ => (null, DialReason.NoNumber),
        };

        if (uri is null || IsPlain(uri))
            return uri is not null;

        (uri, reason) = (null, DialReason.ForbiddenText);
        return false;
    }

    /// <summary>Tells whether a text is one word for baresip, and one that it reads as it is written.</summary>
    public static bool IsPlain(string text) => text.Length <= MaxLength && !text.AsSpan().ContainsAnyExcept(Plain);

    private static string Written(SipUri sip)
    {
        var user = sip.User is null ? "" : sip.User + "@";
        var port = sip.Port is null ? "" : $":{sip.Port}";
        var parameters = sip.Parameters.Select(static parameter => $";{parameter.Name}{(parameter.RawValue is null ? "" : "=" + parameter.RawValue)}");
        return $"sip:{user}{sip.Host}{port}{string.Concat(parameters)}";
    }
}
