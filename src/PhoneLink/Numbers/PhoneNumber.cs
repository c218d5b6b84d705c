using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>A telephone number: what people write into a CRM, read into what a telephone can dial.</summary>
/// <remarks>
/// Immutable and thread-safe. Knows no countries and no schemes: <c>22 51 70 00</c> stays local, <c>0047…</c> stays as it is.
/// Equality ignores separators and the text as written. <see cref="ToString()"/> is masked, since a number is personal data;
/// <see cref="ToString(PhoneNumberStyle)"/> is not.
/// </remarks>
public sealed class PhoneNumber : IEquatable<PhoneNumber>
#if NET
    , ISpanParsable<PhoneNumber>
#endif
{
    /// <summary>The longest text that is read, in UTF-16 code units.</summary>
    internal const int MaxTextLength = 512;

    /// <summary>The most digits that a number may have, the plus counted.</summary>
    internal const int MaxDigits = 64;

    /// <summary>The most digits that an extension may have.</summary>
    internal const int MaxExtension = 20;

    /// <summary>The most characters that may be keyed after the answer, pauses and waits counted.</summary>
    internal const int MaxPostDial = 64;

    internal PhoneNumber(string text, string digits, string? extension = null, string? subaddress = null, string? context = null, string? postDial = null)
        : this(text, digits, extension, subaddress, context, postDial, isPlain: (extension ?? context ?? postDial) is null && IsDigits(digits))
    {
    }

    private PhoneNumber(string text, string digits, string? extension, string? subaddress, string? context, string? postDial, bool isPlain)
    {
        Text = text;
        Digits = digits;
        Extension = extension;
        Subaddress = subaddress;
        Context = context;
        PostDial = postDial;
        IsPlain = isPlain;
    }

    /// <summary>Gets the number as it was given.</summary>
    public string Text { get; }

    /// <summary>Gets what is dialled: <c>+4722517000</c>, or local digits, which may hold <c>*</c> and <c>#</c>.</summary>
    public string Digits { get; }

    /// <summary>Gets the extension behind the number, or <see langword="null"/> (RFC 3966 §5.3).</summary>
    public string? Extension { get; }

    /// <summary>Gets the ISDN subaddress, or <see langword="null"/> (RFC 3966 §5.2).</summary>
    public string? Subaddress { get; }

    /// <summary>Gets where a local number is valid, a domain or a global prefix, or <see langword="null"/> (RFC 3966 §5.1.5); never a part of the number.</summary>
    public string? Context { get; }

    /// <summary>Gets what is keyed after the answer, <c>,</c> for a pause and <c>;</c> for a wait included, or <see langword="null"/>.</summary>
    public string? PostDial { get; }

    /// <summary>Gets whether the number is global: a plus and a country code.</summary>
    public bool IsGlobal => Digits[0] == '+';

    /// <summary>Gets whether a link says all of it in digits, with or without a plus; most numbers are like that. Told once, since links are many.</summary>
    internal bool IsPlain { get; }

    /// <summary>Gets whether this is a code for the telephone network (<c>*21*…#</c>), which may change settings instead of calling.</summary>
    public bool IsServiceCode => Digits[0] is '*' or '#';

    /// <summary>Says whether two numbers dial the same.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">Another number.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(PhoneNumber? left, PhoneNumber? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Says whether two numbers dial differently.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">Another number.</param>
    /// <returns><see langword="true"/> when they are not equal.</returns>
    public static bool operator !=(PhoneNumber? left, PhoneNumber? right) => !(left == right);

    /// <summary>Reads a number that a person wrote.</summary>
    /// <param name="text">The text; at most 512 characters.</param>
    /// <returns>The first number in the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="PhoneLinkParseException">There is no number in the text.</exception>
    public static PhoneNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text.AsSpan(), out var number, out var error) ? number : throw error.ToException();
    }

    /// <summary>Reads a number that a person wrote.</summary>
    /// <param name="text">The text; null and text without a number give no number.</param>
    /// <param name="number">The first number in the text.</param>
    /// <returns>Whether there was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number) =>
        TryParse(text.AsSpan(), out number, out _);

    /// <summary>Reads a number that a person wrote, and says why when there is none.</summary>
    /// <param name="text">The text; null and text without a number give no number.</param>
    /// <param name="number">The first number in the text.</param>
    /// <param name="error">What is wrong and where.</param>
    /// <returns>Whether there was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number, out ParseError error) =>
        TryParse(text.AsSpan(), out number, out error);

    /// <summary>Reads a number that a person wrote, and says why when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The first number in the text.</param>
    /// <param name="error">What is wrong and where.</param>
    /// <returns>Whether there was one.</returns>
    /// <remarks>
    /// Takes at most 512 characters; never throws. A text that starts with <c>*</c> or <c>#</c> is a service code. Spaces, hyphens, dots,
    /// slashes and brackets of any alphabet separate; decimal digits of any alphabet are digits. <c>x12</c>, <c>ext. 12</c>, <c>;ext=12</c>
    /// and a final <c>#12</c> are the extension. <c>,</c> or <c>p</c> before a digit is a pause, <c>;</c> or <c>w</c> a wait. Three or more
    /// letters joined to the digits are keypad letters; after a space, letters end the number. A comma, slash or line break, or a second
    /// plus, starts another number, and the first one wins. A few digits before a colon, <c>Mobil 2:</c>, are a label. What cannot be told
    /// from a number cut short, or from two in one, is refused.
    /// </remarks>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out PhoneNumber? number, out ParseError error) =>
        PhoneNumberReader.TryRead(text, out number, out error);

#if NET
    static PhoneNumber IParsable<PhoneNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PhoneNumber>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PhoneNumber result) =>
        TryParse(s, out result);

    static PhoneNumber ISpanParsable<PhoneNumber>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, out var number, out var error) ? number : throw error.ToException();

    static bool ISpanParsable<PhoneNumber>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out PhoneNumber result) =>
        TryParse(s, out result, out _);
#endif

    /// <summary>Makes the number that is dialled by other digits: a global number from a local one, one with a prefix or without it.</summary>
    /// <param name="digits">What is dialled: a plus and digits 0 to 9, or digits, <c>*</c> and <c>#</c>; at most 64 characters.</param>
    /// <returns>The number, with the same extension, subaddress and post-dial digits. A global number has no context. Its text is what was made of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="digits"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="digits"/> are not what a number is dialled by.</exception>
    /// <remarks>For numbering plans and dialling rules.</remarks>
    public PhoneNumber WithDigits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (!IsDialled(digits))
            throw new ArgumentException("A number is dialled by a plus and digits, or by digits, * and #; at most 64 characters.", nameof(digits));

        return Dialled(digits);
    }

    /// <inheritdoc/>
    public bool Equals(PhoneNumber? other) =>
        other is not null
        && Digits == other.Digits
        && Extension == other.Extension
        && PostDial == other.PostDial
        && string.Equals(Subaddress, other.Subaddress, StringComparison.OrdinalIgnoreCase)
        && Context == other.Context;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PhoneNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Digits);

    /// <summary>Returns the number masked, for logs: <c>+********00</c>.</summary>
    /// <returns>The plus, a star for each digit, and of a long number the last two digits.</returns>
    public override string ToString() => NumberMask.Apply(Digits);

    /// <summary>Returns the number written out.</summary>
    /// <param name="style">How to write it.</param>
    /// <returns>The number; personal data.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The style is not defined.</exception>
    public string ToString(PhoneNumberStyle style) => style switch
    {
        PhoneNumberStyle.Dialable => Digits + PostDial,
        PhoneNumberStyle.Digits => IsGlobal ? Digits.Substring(1) : Digits,
        PhoneNumberStyle.Rfc3966 => PhoneNumberWriter.Rfc3966(this),
        PhoneNumberStyle.AsWritten => Text,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    /// <summary>Makes a number whose digits are known to be a plus and digits 0 to 9.</summary>
    internal static PhoneNumber OfGlobal(string text, string digits, string? extension) => new(text, digits, extension, null, null, null, isPlain: extension is null);

    /// <summary>The same number with other digits, which a link may write as letters (RFC 3966 §3: hexadecimal digits of local numbers).</summary>
    internal PhoneNumber Dialled(string digits)
    {
        if (digits == Digits)
            return this;

        var text = digits + PostDial + (Extension is null ? "" : " x" + Extension);
        return new(text, digits, Extension, Subaddress, digits[0] == '+' ? null : Context, PostDial);
    }

    /// <summary>Whether a number is dialled by such digits: a plus only first and before digits alone, at least one digit, star or hash.</summary>
    internal static bool IsDialled(string digits)
    {
        var any = false;
        var isGlobal = digits.StartsWith('+');
        for (var i = isGlobal ? 1 : 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[i]) && (isGlobal || digits[i] is not ('*' or '#')))
                return false;

            any = true;
        }

        return any && digits.Length <= MaxDigits;
    }

    private static bool IsDigits(string text)
    {
        var start = text.StartsWith('+') ? 1 : 0;
        for (var i = start; i < text.Length; i++)
            if (!char.IsAsciiDigit(text[i]))
                return false;

        return text.Length > start && text.Length <= MaxDigits;
    }
}
