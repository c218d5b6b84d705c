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

    /// <summary>Gets or sets how forgiving to be.</summary>
    /// <value><see cref="FormatParsing.Strict"/> by default.</value>
    public FormatParsing Parsing { get; set; }

    /// <summary>Gets or sets which octets escapes stand for.</summary>
    /// <value><see cref="LinkEncoding.Utf8"/> by default.</value>
    public LinkEncoding Encoding { get; set; }

    /// <summary>Gets or sets how <c>%p</c> and variables of kind phone are written.</summary>
    /// <value>
    /// By default <see langword="null"/>: as the scheme wants it. <see cref="PhoneNumberStyle.Dialable"/> is the number alone,
    /// <see cref="PhoneNumberStyle.Digits"/> the same without plus, which <see cref="PhoneLinkFormat.TryMatch"/> cannot give back,
    /// <see cref="PhoneNumberStyle.Rfc3966"/> the number with extension and context, <see cref="PhoneNumberStyle.AsWritten"/> the text on
    /// file, escaped like any other.
    /// </value>
    public PhoneNumberStyle? NumberStyle { get; set; }

    /// <summary>Gets or sets whether a number's extension is written, as <c>;ext=12</c>.</summary>
    /// <value>By default <see langword="null"/>: where the scheme, or <see cref="NumberStyle"/>, has a place for it.</value>
    public NumberPart? Extension { get; set; }

    /// <summary>Gets or sets whether what is keyed after the answer is written behind the number: <c>,</c> for a pause, <c>%3B</c> for a wait.</summary>
    /// <value><see cref="NumberPart.Omit"/> by default. Schemes that take a number and nothing else leave it out all the same.</value>
    public NumberPart PostDial { get; set; }

    /// <summary>Gets or sets whether the way in which a variable is typed sets the case of its value: <c>&lt;NAME&gt;</c>, <c>&lt;Name&gt;</c>.</summary>
    /// <value>By default <see langword="false"/>: variables are typed in lower case, and values are written as stored.</value>
    public bool CaseFromVariable { get; set; }

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
