namespace PhoneLink;

/// <summary>A format to choose from in a settings window.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PhoneLinkPreset
{
    private PhoneLinkPreset(LinkTarget target)
    {
        Format = target.Preset!;
        Description = target.Description;
        Placeholder = Format.Contains(LinkTarget.Placeholder) ? LinkTarget.Placeholder : null;
    }

    /// <summary>Gets the presets, the most usual first; all of them are formats under the default options.</summary>
    public static IReadOnlyList<PhoneLinkPreset> All { get; } =
        Array.AsReadOnly([.. LinkTarget.All.Where(static target => target.Preset is not null).Select(static target => new PhoneLinkPreset(target))]);

    /// <summary>Gets the text of the format: <c>callto:%p</c>.</summary>
    public string Format { get; }

    /// <summary>Gets who answers such links, in English.</summary>
    public string Description { get; }

    /// <summary>Gets the part of <see cref="Format"/> that somebody must replace, a host name, or <see langword="null"/> when it can be used as it is.</summary>
    public string? Placeholder { get; }

    /// <summary>Returns the format.</summary>
    /// <returns>The text of the format.</returns>
    public override string ToString() => Format;
}
