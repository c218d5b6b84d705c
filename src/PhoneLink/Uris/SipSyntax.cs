using System.Text;

namespace PhoneLink;

/// <summary>The characters of RFC 3261 §25.1, for each part of a <c>sip:</c> link.</summary>
internal static class SipSyntax
{
    private const string Mark = "-_.!~*'()";
    private const string UserCharacters = Mark + "&=+$,;?/";
    private const string PasswordCharacters = Mark + "&=+$,";
    private const string ParameterCharacters = Mark + "[]/:&+$";
    private const string HeaderCharacters = Mark + "[]/?:+$";

    public static bool IsUser(ReadOnlySpan<char> text) => IsMadeOf(text, UserCharacters) && !text.IsEmpty;

    public static bool IsPassword(ReadOnlySpan<char> text) => IsMadeOf(text, PasswordCharacters);

    /// <summary>A name or a value of a parameter; neither may be empty.</summary>
    public static bool IsParameter(ReadOnlySpan<char> text) => IsMadeOf(text, ParameterCharacters) && !text.IsEmpty;

    /// <summary>A name or a value of a header.</summary>
    public static bool IsHeader(ReadOnlySpan<char> text) => IsMadeOf(text, HeaderCharacters);

    /// <summary>Whether a user, escaped, reads back from a link: no null, no half of a surrogate pair, no dot segment.</summary>
    public static bool IsWritable(string user) =>
        user.IndexOf('\0') < 0 && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(user)) == user && DotSegments.Find(EscapeUser(user).AsSpan(), endsSegment: false) < 0;

    /// <summary>Escapes what may not stand in a user, a percent sign too.</summary>
    public static string EscapeUser(string user) => Escape(user, keepsEscapes: false);

    /// <summary>Escapes what RFC 3966 allows and a SIP user does not: <c># : [ ]</c> (RFC 3261 §19.1.6).</summary>
    public static string EscapeSubscriber(string subscriber) => Escape(subscriber, keepsEscapes: true);

    private static string Escape(string text, bool keepsEscapes)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)octet;
            if (char.IsAsciiLetterOrDigit(c) || UserCharacters.AsSpan().IndexOf(c) >= 0 || (keepsEscapes && c == '%'))
                escaped.Append(c);
            else
                escaped.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    private static bool IsMadeOf(ReadOnlySpan<char> text, string others)
    {
        for (var i = 0; i < text.Length; i++)
            if (!char.IsAsciiLetterOrDigit(text[i]) && others.IndexOf(text[i]) < 0 && UriSyntax.EscapedOctet(text, i) < 0)
                return false;

        return true;
    }
}
