namespace PhoneLink;

/// <summary>Options for reading a phone-link format.</summary>
/// <remarks>Read when a format is made; later changes do not reach it. Not thread-safe while it is changed.</remarks>
public sealed class PhoneLinkFormatOptions
{
    /// <summary>Gets the names of variables that the host supplies besides those of <see cref="TemplateVariables"/>.</summary>
    /// <value>Empty by default. Names are case-sensitive: 1 to 64 letters, digits, <c>? # . _ -</c>.</value>
    public ISet<string> CustomVariables { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets or sets what a variable that nobody knows means.</summary>
    /// <value><see cref="UnknownVariables.Error"/> by default.</value>
    public UnknownVariables UnknownVariables { get; set; }

    /// <summary>Gets or sets which schemes and web hosts a format may have.</summary>
    /// <value><see cref="SchemePolicy.Default"/> by default.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public SchemePolicy Schemes
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = SchemePolicy.Default;
}
