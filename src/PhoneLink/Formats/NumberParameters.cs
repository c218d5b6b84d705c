namespace PhoneLink;

/// <summary>How the parts of a number are announced in a link; in a query the delimiters are data and therefore escaped.</summary>
internal static class NumberParameters
{
    public static string Extension(LinkPosition position) => position is LinkPosition.Query ? "%3Bext%3D" : ";ext=";

    public static string Context(LinkPosition position) => position is LinkPosition.Query ? "%3Bphone-context%3D" : ";phone-context=";
}
