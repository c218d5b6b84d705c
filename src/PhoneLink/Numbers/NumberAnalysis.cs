namespace PhoneLink;

/// <summary>What a number is: its canonical form at once, and what costs a look into a numbering plan when it is first asked for.</summary>
/// <remarks>Thread-safe. <see cref="ToString"/> is masked, and looks nothing up.</remarks>
public sealed class NumberAnalysis
{
    private readonly Lazy<NumberDetails> _details;

    /// <summary>Makes an analysis whose details are known.</summary>
    /// <param name="canonical">The number in the form by which it is compared and stored.</param>
    /// <param name="details">What is known about it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public NumberAnalysis(PhoneNumber canonical, NumberDetails details)
        : this(canonical, () => details) => ArgumentNullException.ThrowIfNull(details);

    /// <summary>Makes an analysis whose details are looked up when they are first asked for.</summary>
    /// <param name="canonical">The number in the form by which it is compared and stored.</param>
    /// <param name="details">Looks them up; called at most once. It must not throw and must not give null.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public NumberAnalysis(PhoneNumber canonical, Func<NumberDetails> details)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        ArgumentNullException.ThrowIfNull(details);
        Canonical = canonical;
        _details = new(details);
    }

    /// <summary>Gets the form by which the number is compared and stored; personal data.</summary>
    /// <value>Global where the number has a global form (ITU-T E.164). A short code, an emergency number, a service code and a number of a private network stay as they are.</value>
    public PhoneNumber Canonical { get; }

    /// <summary>Gets what kind of number it is.</summary>
    public NumberKind Kind => _details.Value.Kind;

    /// <inheritdoc cref="NumberDetails.Region"/>
    public string? Region => _details.Value.Region;

    /// <inheritdoc cref="NumberDetails.IsPossiblyInvalid"/>
    public bool IsPossiblyInvalid => _details.Value.IsPossiblyInvalid;

    /// <inheritdoc cref="NumberDetails.National"/>
    public string? National => _details.Value.National;

    /// <inheritdoc cref="NumberDetails.International"/>
    public string? International => _details.Value.International;

    /// <summary>Returns the canonical number masked and, when they were looked up, the details, for logs.</summary>
    /// <returns>For instance <c>+********00 Mobile NO</c>.</returns>
    public override string ToString() => _details.IsValueCreated ? $"{Canonical} {_details.Value}" : Canonical.ToString();
}
