namespace PhoneLink;

/// <summary>What a link says that was made by a format: the number and the variables.</summary>
/// <remarks>
/// Immutable and thread-safe. A source of variables itself, so that the same format, or another one, makes a link of it again.
/// The values came from whoever made the link: show them as that.
/// </remarks>
public sealed class PhoneLinkMatch : ITemplateVariableSource
{
    internal PhoneLinkMatch(PhoneNumber? number, IReadOnlyDictionary<string, string> variables)
    {
        Number = number;
        Variables = variables;
    }

    /// <summary>Gets the number, or <see langword="null"/> when the format has no <c>%p</c>.</summary>
    public PhoneNumber? Number { get; }

    /// <summary>Gets the variables by name, each decoded once; one without a value is empty.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <inheritdoc/>
    public string? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Variables.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>Returns the number masked, for logs.</summary>
    /// <returns>The masked number and how many variables there are.</returns>
    public override string ToString() => $"{Number?.ToString() ?? "no number"}, {Variables.Count} variables";
}
