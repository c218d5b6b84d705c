using System.Collections.ObjectModel;

namespace PhoneLink;

/// <summary>A <c>tel:</c> link (RFC 3966): a number with its extension, context and parameters.</summary>
/// <remarks>Immutable and thread-safe. Equality is that of RFC 3966 §4: separators, case and the order of parameters do not count.</remarks>
public sealed class TelUri : TelephonyUri, IEquatable<TelUri>
{
    internal const string SchemeName = "tel";

    private static readonly ReadOnlyCollection<KeyValuePair<string, string?>> NoParameters = new([]);

    /// <summary>Makes the link that calls a number, in the order of writing of RFC 3966 §3.</summary>
    /// <param name="number">The number; its post-dial digits have no place in a <c>tel:</c> link.</param>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    public TelUri(PhoneNumber number)
        : base(SchemeName, SchemeName + ":" + Checked(number).ToString(PhoneNumberStyle.Rfc3966), [])
    {
        Number = number;
        Parameters = NoParameters;
    }

    private TelUri(string text, PhoneNumber number, IReadOnlyList<KeyValuePair<string, string?>> parameters, IReadOnlyList<ParseError> repairs)
        : base(SchemeName, text, repairs)
    {
        Number = number;
        Parameters = parameters;
    }

    /// <summary>Gets the number, with extension, subaddress and context.</summary>
    public override PhoneNumber Number { get; }

    /// <summary>Gets the parameters that are not part of <see cref="Number"/>, in order, as written; without a value it is <see langword="null"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters { get; }

    /// <inheritdoc/>
    public bool Equals(TelUri? other) =>
        other is not null && Number.Equals(other.Number) && Parameters.Count == other.Parameters.Count && HasParametersOf(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TelUri);

    /// <inheritdoc/>
    public override int GetHashCode() => Number.GetHashCode();

    internal static TelUri? FromRest(ReadOnlySpan<char> link, ReadOnlySpan<char> rest, ref RepairList repairs, out ParseError error)
    {
        var subscriber = TelephoneSubscriber.Read(rest, ref repairs, out error);
        return subscriber is null ? null : new(link.ToString(), subscriber.Number, subscriber.Parameters, repairs.ToList());
    }

    private static PhoneNumber Checked(PhoneNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number;
    }

    private bool HasParametersOf(TelUri other)
    {
        foreach (var expected in other.Parameters)
        {
            var found = false;
            foreach (var parameter in Parameters)
                found |= Same(parameter.Key, expected.Key) && Same(parameter.Value, expected.Value);

            if (!found)
                return false;
        }

        return true;

        static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
    }
}
