using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhoneLink;

/// <summary>A rule of a dial plan: what matches is dialled with its first characters replaced.</summary>
/// <remarks>
/// Written <c>PATTERN,STRIP,PREPEND</c>: <c>+1NXXNXXXXXX,2,91</c> dials <c>+1 650 253 0000</c> as <c>916502530000</c>. Immutable and thread-safe.
/// </remarks>
public sealed class DialRule : IEquatable<DialRule>
{
    /// <summary>The parts of a rule, and one for all that is too much.</summary>
    private const int MaxParts = 4;

    /// <summary>Makes a rule.</summary>
    /// <param name="pattern">Which numbers it is for, in their canonical form.</param>
    /// <param name="strip">How many characters are taken away at the start, the plus counted.</param>
    /// <param name="prepend">What is dialled before the rest: digits, <c>*</c> and <c>#</c>, at most 32; a plus may lead.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The prefix holds something else.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strip"/> is negative or more than the pattern takes.</exception>
    public DialRule(DialPattern pattern, int strip, string prepend)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(prepend);
        if (strip < 0 || strip > pattern.Length)
            throw new ArgumentOutOfRangeException(nameof(strip), "A rule strips no more than its pattern takes before a final '.' or '!'.");

        if (!DialPrefix.IsValid(prepend.AsSpan(), mayBeGlobal: true))
            throw new ArgumentException(DialPrefix.Rule, nameof(prepend));

        Pattern = pattern;
        Strip = strip;
        Prepend = prepend;
        Stripped = pattern.Literal(strip);
    }

    /// <summary>Gets which numbers the rule is for.</summary>
    public DialPattern Pattern { get; }

    /// <summary>Gets how many characters are taken away at the start.</summary>
    public int Strip { get; }

    /// <summary>Gets what is dialled before the rest.</summary>
    public string Prepend { get; }

    /// <summary>Gets whether what the rule dials tells the number again: all that it strips is written out in the pattern.</summary>
    public bool IsReversible => Stripped is not null;

    /// <summary>What is taken away, where it is always the same.</summary>
    internal string? Stripped { get; }

    /// <summary>Says whether two rules are written the same.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another rule.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(DialRule? left, DialRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Says whether two rules are written differently.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another rule.</param>
    /// <returns><see langword="true"/> when they are not equal.</returns>
    public static bool operator !=(DialRule? left, DialRule? right) => !(left == right);

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The rule, <c>PATTERN,STRIP,PREPEND</c>.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="PhoneLinkParseException">The text is not a rule.</exception>
    public static DialRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var rule, out var error) ? rule : throw error.ToException();
    }

    /// <summary>Reads a rule, and says why when it is none.</summary>
    /// <param name="text">The rule, <c>PATTERN,STRIP,PREPEND</c>; what is prepended may be empty.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="error">What is wrong and where.</param>
    /// <returns>Whether the text is a rule.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DialRule? rule, out ParseError error)
    {
        rule = null;
        var parts = (text ?? "").Split([','], MaxParts);
        if (!DialPattern.TryParse(parts[0], out var pattern, out error))
            return false;

        var strip = 0;
        var isCount = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out strip) && strip <= pattern.Length;
        var afterStrip = parts[0].Length + 1 + (parts.Length > 1 ? parts[1].Length + 1 : 0);
        if (parts.Length != MaxParts - 1 || !isCount)
            error = new(ParseErrorKind.InvalidPattern, Math.Min(isCount && parts.Length > 2 ? afterStrip + parts[2].Length : parts[0].Length, (text ?? "").Length));
        else if (!DialPrefix.IsValid(parts[2].AsSpan(), mayBeGlobal: true))
            error = new(ParseErrorKind.InvalidPattern, afterStrip);
        else
            rule = new(pattern, strip, parts[2]);

        return rule is not null;
    }

    /// <inheritdoc/>
    public bool Equals(DialRule? other) => other is not null && Pattern.Equals(other.Pattern) && Strip == other.Strip && Prepend == other.Prepend;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DialRule);

    /// <inheritdoc/>
    public override int GetHashCode() => Pattern.GetHashCode();

    /// <summary>Returns the rule as it is written.</summary>
    /// <returns>For instance <c>+1NXXNXXXXXX,2,91</c>.</returns>
    public override string ToString() => $"{Pattern},{Strip.ToString(CultureInfo.InvariantCulture)},{Prepend}";

    /// <summary>What is dialled for a number that matches.</summary>
    internal string Apply(string digits) => Prepend + digits.Remove(0, Strip);

    /// <summary>The number that was dialled as this, if the rule dials it so.</summary>
    internal string? Undo(string dialled)
    {
        if (Stripped is null || !dialled.StartsWith(Prepend, StringComparison.Ordinal))
            return null;

        var digits = Stripped + dialled.Remove(0, Prepend.Length);
        return Pattern.IsMatch(digits.AsSpan()) ? digits : null;
    }
}
