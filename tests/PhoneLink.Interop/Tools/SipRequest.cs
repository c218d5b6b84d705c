namespace PhoneLink.Interop.Tools;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Uri">Whom it is for.</param>
/// <param name="CallId">The call it belongs to.</param>
/// <param name="Branch">Its transaction.</param>
/// <param name="Text">All of it.</param>
internal sealed record SipRequest(string Method, string Uri, string CallId, string Branch, string Text)
{
    private const string Start = "message received";

    /// <summary>Reads SIPp's log of messages.</summary>
    public static IEnumerable<SipRequest> ReadAll(string log)
    {
        foreach (var part in log.ReplaceLineEndings("\n").Split(Start).Skip(1))
        {
            var text = part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Split("\n-----")[0];
            if (!text.StartsWith("SIP/2.0 ", StringComparison.Ordinal) && text.Split(' ') is [var method, var uri, ..])
                yield return new(method, uri, Field(text, "Call-ID: ", "\n"), Field(text, ";branch=", ";\n"), text);
        }
    }

    private static string Field(string text, string start, string ends)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOfAny(ends.ToCharArray(), from);
        return text[from..(to < 0 ? text.Length : to)];
    }
}
