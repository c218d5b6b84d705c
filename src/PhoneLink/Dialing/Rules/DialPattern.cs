using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>A pattern of dialled numbers, as administrators of PBXs write them: <c>7XXX</c>, <c>+47.</c>.</summary>
/// <remarks>
/// <para>
/// A digit, <c>+</c>, <c>*</c> or <c>#</c> stands for itself, <c>X</c> for 0–9, <c>Z</c> for 1–9, <c>N</c> for 2–9, and <c>[13-5]</c> for one of
/// these digits. At the end <c>.</c> is one digit or more, and <c>!</c> anything or nothing. A plus stands only at the start; letters of either
/// case are the same. The language is that of Asterisk's extensions, without the underscore.
/// </para>
/// Immutable and thread-safe. A match takes one pass, and equality is that of the text.
/// </remarks>
public sealed class DialPattern : IEquatable<DialPattern>
{
    /// <summary>The longest pattern, in characters.</summary>
    internal const int MaxLength = 128;

    private readonly DialElement[] _elements;
    private readonly char _tail;

    internal DialPattern(string text, DialElement[] elements, char tail)
    {
        Text = text;
        _elements = elements;
        _tail = tail;
    }

    /// <summary>Gets the pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Gets how many characters the pattern takes before its final <c>.</c> or <c>!</c>.</summary>
    public int Length => _elements.Length;

    /// <summary>Says whether two patterns are written the same.</summary>
    /// <param name="left">A pattern.</param>
    /// <param name="right">Another pattern.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(DialPattern? left, DialPattern? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Says whether two patterns are written differently.</summary>
    /// <param name="left">A pattern.</param>
    /// <param name="right">Another pattern.</param>
    /// <returns><see langword="true"/> when they are not equal.</returns>
    public static bool operator !=(DialPattern? left, DialPattern? right) => !(left == right);

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern; at most 128 characters.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="PhoneLinkParseException">The text is not a pattern.</exception>
    public static DialPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var pattern, out var error) ? pattern : throw error.ToException();
    }

    /// <summary>Reads a pattern, and says why when it is none.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="error">What is wrong and where.</param>
    /// <returns>Whether the text is a pattern.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DialPattern? pattern, out ParseError error) =>
        DialPatternParser.TryParse(text.AsSpan(), out pattern, out error);

    /// <summary>Says whether a number is one of the pattern, all of it.</summary>
    /// <param name="digits">The number as <see cref="PhoneNumber.Digits"/> has it.</param>
    /// <returns><see langword="true"/> for a number of the pattern.</returns>
    /// <remarks>Allocates nothing; linear in the length of the pattern and the number.</remarks>
    public bool IsMatch(ReadOnlySpan<char> digits)
    {
        if (digits.Length < _elements.Length || (_tail == '\0' && digits.Length != _elements.Length) || (_tail == '.' && digits.Length == _elements.Length))
            return false;

        for (var i = 0; i < _elements.Length; i++)
            if (!_elements[i].Takes(digits[i]))
                return false;

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(DialPattern? other) => other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DialPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <summary>Returns the pattern as it was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    /// <summary>The characters that the first elements stand for, or <see langword="null"/> when one stands for several.</summary>
    internal string? Literal(int count)
    {
        if (count > _elements.Length)
            return null;

        var literal = new char[count];
        for (var i = 0; i < count; i++)
        {
            if (_elements[i].Single is not { } single)
                return null;

            literal[i] = single;
        }

        return new(literal);
    }
}
