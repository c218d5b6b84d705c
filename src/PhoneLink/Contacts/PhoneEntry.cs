namespace PhoneLink;

/// <summary>A telephone of a person or company, as the host has it on file.</summary>
/// <param name="Kind">Whose telephone it is, and of which kind.</param>
/// <param name="Value">The text on file; personal data, and not always a number.</param>
/// <exception cref="ArgumentNullException"><paramref name="Value"/> is null.</exception>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> is masked.</remarks>
public sealed record PhoneEntry(PhoneKind Kind, string Value)
{
    private NumberReading _reading;

    /// <summary>Gets the text on file; personal data, and not always a number.</summary>
    public string Value
    {
        get;
        init
        {
            field = Checked(value);
            _reading = default;
        }
    } = Checked(Value);

    /// <summary>Gets the host's id of this telephone, by which <see cref="PhoneList.Find"/> finds it, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets what the host's users call this telephone, or <see langword="null"/>.</summary>
    /// <value>Of an address for calls over the Internet, the name of the service.</value>
    public string? Label { get; init; }

    /// <summary>Gets the place among telephones of one kind: 1 is the preferred one.</summary>
    /// <value>0 by default: without rank, behind all that have one.</value>
    public int Rank { get; init; }

    /// <summary>Gets from when on the telephone is valid, that moment included; <see langword="null"/> for ever since.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Gets until when the telephone is valid, that moment excluded; <see langword="null"/> for ever.</summary>
    /// <value>Of a last day on file, the midnight that ends it.</value>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>Gets whether its owner does not want to be called there.</summary>
    /// <value>A mark: the list keeps the entry, and the host or a policy decides.</value>
    public bool DoNotCall { get; init; }

    /// <summary>Gets the number that <see cref="Value"/> holds, or <see langword="null"/> when it holds none; read once.</summary>
    /// <value>An address for calls over the Internet holds one only if it is nothing else: digits in a name call nobody.</value>
    public PhoneNumber? Number => Kind is PhoneKind.Internet && IsName(Value) ? null : _reading.Read(Value);

    internal bool IsFax => Kind is PhoneKind.PersonFax or PhoneKind.CompanyFax;

    /// <summary>Whether the telephone is valid now; no clock is read where there are no limits.</summary>
    internal bool IsValid => (ValidFrom is null && ValidTo is null) || IsValidAt(TimeProvider.System.GetUtcNow());

    internal int SortRank => Rank > 0 ? Rank : int.MaxValue;

    /// <summary>Says whether the telephone is valid at a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>Whether it is not before <see cref="ValidFrom"/>, and before <see cref="ValidTo"/>.</returns>
    public bool IsValidAt(DateTimeOffset time) => !(time < ValidFrom) && !(time >= ValidTo);

    /// <summary>Returns the kind and the masked number, for logs.</summary>
    /// <returns>For instance <c>PersonDirect +********00</c>.</returns>
    public override string ToString() => $"{Kind} {Number?.ToString() ?? "without number"}";

    private static bool IsName(string value)
    {
        foreach (var c in value)
            if (char.IsLetter(c) || c is '@')
                return true;

        return false;
    }

    private static string Checked(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
