namespace PhoneLink;

/// <summary>A telephone of a person or company, as the host has it on file.</summary>
/// <param name="Kind">Whose telephone it is, and of which kind.</param>
/// <param name="Value">The text on file; personal data, and not always a number.</param>
/// <exception cref="ArgumentNullException"><paramref name="Value"/> is null.</exception>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> is masked.</remarks>
public sealed record PhoneEntry(PhoneKind Kind, string Value)
{
    /// <summary>Gets the text on file; personal data, and not always a number.</summary>
    public string Value { get; init => field = Checked(value); } = Checked(Value);

    /// <summary>Gets what the host's users call this telephone, or <see langword="null"/>.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the number that <see cref="Value"/> holds, or <see langword="null"/> when it holds none; parsed at each call.</summary>
    public PhoneNumber? Number => PhoneNumber.TryParse(Value, out var number) ? number : null;

    internal bool IsDialable => Kind is not (PhoneKind.PersonFax or PhoneKind.CompanyFax) && Number is not null;

    /// <summary>Returns the kind and the masked number, for logs.</summary>
    /// <returns>For instance <c>PersonDirect +********00</c>.</returns>
    public override string ToString() => $"{Kind} {Number?.ToString() ?? "without number"}";

    private static string Checked(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
