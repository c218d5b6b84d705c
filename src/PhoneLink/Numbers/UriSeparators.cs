namespace PhoneLink;

/// <summary>The four characters that RFC 3966 §3 lets stand between digits.</summary>
internal static class UriSeparators
{
    public static bool IsVisual(char c) => c is '-' or '.' or '(' or ')';
}
