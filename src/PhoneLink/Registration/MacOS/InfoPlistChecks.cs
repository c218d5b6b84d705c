namespace PhoneLink.Registration.MacOS;

/// <summary>The problems of an Info.plist, in words.</summary>
internal sealed class InfoPlistChecks
{
    private const int MaxLength = 1 << 20;
    private const string UrlTypes = "CFBundleURLTypes";
    private const string UrlSchemes = "CFBundleURLSchemes";
    private const string Identifier = "CFBundleIdentifier";

    private static readonly byte[] BinaryMark = "bplist"u8.ToArray();

    /// <summary>What a key may say, and the one value that declares a scheme without opening it.</summary>
    private static readonly (string Key, string[] Values)[] AllowedTexts =
    [
        ("CFBundleTypeRole", ["Editor", "Viewer", "Shell", "QLGenerator", "None"]),
        ("LSHandlerRank", ["Owner", "Default", "Alternate", "None"]),
    ];

    private readonly List<RegistrationProblem> _problems = [];
    private readonly HashSet<string> _declared = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks a file for schemes in lower case.</summary>
    public static IReadOnlyList<RegistrationProblem> Check(Stream contents, IReadOnlyList<string> schemes)
    {
        var bytes = new byte[MaxLength + 1];
        var length = contents.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MaxLength)
            return [new(RegistrationProblemKind.Refused, $"The file is longer than {MaxLength} bytes, which no Info.plist is.")];

        if (bytes.AsSpan(0, length).StartsWith(BinaryMark))
            return [new(RegistrationProblemKind.Refused, "The property list is binary, which is not read here; convert a copy: plutil -convert xml1 -o copy.plist Info.plist.")];

        try
        {
            using var text = new MemoryStream(bytes, 0, length);
            if (PropertyList.Read(text) is Dictionary<string, object?> root)
                return new InfoPlistChecks().Check(root, schemes);
        }
        catch (FormatException exception)
        {
            return [new(RegistrationProblemKind.Refused, $"The file is not an XML property list: {exception.Message}.")];
        }

        return [new(RegistrationProblemKind.Refused, "The property list is not a dictionary, as an Info.plist is.")];
    }

    private List<RegistrationProblem> Check(Dictionary<string, object?> root, IReadOnlyList<string> schemes)
    {
        if (root.GetValueOrDefault(Identifier) is not string { Length: > 0 } id)
            Add($"{Identifier} is missing or not a text; macOS knows a program by it.");
        else if (!id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
            Add($"{Identifier} has characters other than letters, digits, hyphens and periods; a build variable must have been replaced.");

        if (!root.TryGetValue(UrlTypes, out var types))
            Add($"{UrlTypes} is missing.");
        else if (types is not List<object?> list)
            Add($"{UrlTypes} is not an array.");
        else
            for (var i = 0; i < list.Count; i++)
                CheckType(list[i], $"Entry {i + 1} of {UrlTypes}");

        foreach (var scheme in schemes.Where(scheme => !_declared.Contains(scheme)))
            Add($"The scheme '{scheme}' is not declared.");

        return _problems;
    }

    private void CheckType(object? value, string entry)
    {
        if (value is not Dictionary<string, object?> type)
        {
            Add($"{entry} is not a dictionary.");
            return;
        }

        var opens = AllowedTexts.All(word => CheckWord(type, word.Key, word.Values, entry));
        if (!type.TryGetValue(UrlSchemes, out var schemes) || schemes is not List<object?> { Count: > 0 } list)
        {
            Add($"{UrlSchemes} of {Lower(entry)} is missing, empty or not an array.");
            return;
        }

        foreach (var scheme in list)
            CheckScheme(scheme as string, entry, opens);
    }

    private bool CheckWord(Dictionary<string, object?> type, string key, string[] values, string entry)
    {
        if (!type.TryGetValue(key, out var value))
            return true;

        if (value is string word && values.Contains(word))
        {
            if (word != "None")
                return true;

            Add($"{entry} has the {key} 'None': it declares its schemes, and does not open them.");
            return false;
        }

        Add($"{entry} has a {key} that is none of {string.Join(", ", values)}.");
        return true;
    }

    private void CheckScheme(string? scheme, string entry, bool opens)
    {
        if (scheme is null)
            Add($"{UrlSchemes} of {Lower(entry)} holds something that is not a text.");
        else if (scheme.EndsWith(':') || scheme.EndsWith('/'))
            Add($"{entry} has a scheme with a colon or slashes; a scheme is written without them.");
        else if (!UriSyntax.IsScheme(scheme))
            Add($"{entry} has a malformed scheme. {RegistrationRules.SchemeShape}");
        else if (opens && !_declared.Add(scheme))
            Add($"The scheme '{scheme.ToLowerInvariant()}' is declared twice.");
    }

    private void Add(string message) => _problems.Add(new(RegistrationProblemKind.NotInPlace, message));

    private static string Lower(string entry) => "e" + entry[1..];
}
