namespace PhoneLink;

/// <summary>Values of variables by name: <c>new TemplateValues { ["deal"] = "4711" }</c>.</summary>
/// <remarks>Immutable once made, and thread-safe. Names are case-sensitive. <see cref="ToString"/> prints no value.</remarks>
public sealed class TemplateValues : ITemplateVariableSource
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <summary>Makes a source without values, to which an initializer adds.</summary>
    public TemplateValues()
    {
    }

    /// <summary>Makes a source of values that are known at run time.</summary>
    /// <param name="values">Names and values; copied, and of a name that stands twice the last value serves.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public TemplateValues(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var pair in values)
            _values[pair.Key ?? throw new ArgumentException("A name is null.", nameof(values))] = pair.Value;
    }

    /// <summary>Gets the value of a variable.</summary>
    /// <param name="name">The name, without brackets.</param>
    /// <value>The value; <see langword="null"/> means "not mine", an empty text that there is none.</value>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public string? this[string name]
    {
        get => GetValue(name);
        init
        {
            ArgumentNullException.ThrowIfNull(name);
            _values[name] = value;
        }
    }

    /// <inheritdoc/>
    public string? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _values.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>Returns how many values there are, for logs.</summary>
    /// <returns>For instance <c>2 variables</c>.</returns>
    public override string ToString() => $"{_values.Count} variables";
}
