namespace PhoneLink;

/// <summary>Checks and copies of what a dial plan is made of.</summary>
internal static class DialPlanText
{
    public static bool IsRegion(string text) => text.Length == 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]);

    /// <summary>A plan does not change when the caller's list does.</summary>
    public static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> list, string name)
        where T : class
    {
        if (list is null)
            throw new ArgumentNullException(name);

        T[] copy = [.. list];
        return Array.IndexOf(copy, null) < 0 ? copy : throw new ArgumentException("The list holds a null.", name);
    }
}
