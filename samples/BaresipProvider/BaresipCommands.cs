using PhoneLink;

namespace BaresipProvider;

/// <summary>The commands of <c>modules/menu</c> that are used, and what their replies say.</summary>
internal static class BaresipCommands
{
    /// <summary>Shows the current call, with its state and id.</summary>
    public static readonly BaresipCommand Show = new("callstat");

    /// <summary>Shows whether baresip answers at all.</summary>
    public static readonly BaresipCommand Accounts = new("reginfo");

    private const string IdStart = " id=";

    /// <summary>Dials, and shows the call that came of it: a call that was just dialled is current, and nothing comes between commands of one batch.</summary>
    public static BaresipCommand[] Dial(string? account, string uri) => [.. Account(account), new("dial", uri), Show];

    /// <summary>Makes a call current; the reply is the last one.</summary>
    public static BaresipCommand[] Find(BaresipCall call) => [.. Account(call.Account), new("callfind", call.Id)];

    /// <summary>Ends a call. Newer versions end the one that is named, 1.0.0 the current one.</summary>
    public static BaresipCommand[] HangUp(BaresipCall call) => [.. Find(call), new("hangup", call.Id)];

    public static bool HasFound(BaresipMessage reply) => reply is { Ok: true, Data: { } text } && text.StartsWith("setting current call", StringComparison.Ordinal);

    public static bool IsIn(string state, BaresipMessage shown) => shown.Data?.Contains($"({state})", StringComparison.Ordinal) is true;

    /// <summary>Reads the id of the call that is shown; null when that is none to this address.</summary>
    public static string? ReadId(BaresipMessage shown, string uri)
    {
        if (shown is not { Ok: true, Data: { } text } || !text.Contains(uri, StringComparison.Ordinal) || text.IndexOf(IdStart, StringComparison.Ordinal) is not (>= 0 and var start))
            return null;

        var rest = text.AsSpan(start + IdStart.Length);
        var end = rest.IndexOfAny(" \r\n");
        var id = (end < 0 ? rest : rest[..end]).ToString();
        return id.Length > 0 && BaresipTarget.IsPlain(id) ? id : null;
    }

    private static BaresipCommand[] Account(string? account) => account is null ? [] : [new("uafind", account)];
}
