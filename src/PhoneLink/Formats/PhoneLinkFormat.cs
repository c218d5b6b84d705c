using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PhoneLink;

/// <summary>A phone-link format, <c>tel:%p</c> or <c>domycall:%p?name=&lt;attn&gt;</c>: makes links of numbers, and takes links apart again.</summary>
/// <remarks>
/// Made once, immutable, thread-safe. <c>%p</c> is the number, <c>&lt;name&gt;</c> or <c>{name}</c> a variable, <c>%%</c> a percent sign,
/// <c>%XX</c> an escaped octet; anything else is literal RFC 3986 text. Values are percent-encoded and never expanded again, so that a value
/// cannot leave its place. At most 2,046 characters; a link has at most 2,048. See docs/formats.md.
/// </remarks>
public sealed partial class PhoneLinkFormat
{
    /// <summary>The longest format: the width of the column in which CRM systems store preferences.</summary>
    private const int MaxFormatLength = 2046;

    private const string TelStart = TelUri.SchemeName + ":";

    private readonly string _text;
    private readonly FormatToken[] _tokens;

    /// <summary>The names of the variables, and for each token the place of its name.</summary>
    private readonly string[] _names;
    private readonly int[] _nameIndexes;

    private readonly NumberForm _form;
    private readonly LinkEncoding _encoding;

    /// <summary>Digits stand before the number, for an outside line; nobody dials them and a country code's plus behind them.</summary>
    private readonly bool _hasPrefix;

    /// <summary>What a link starts with: the scheme, the colon, and the literal text behind it.</summary>
    private readonly string _start;
    private readonly int _firstHole;

    /// <summary>The format is its start and <c>%p</c>, as most are; then so is the link of a plain number.</summary>
    private readonly string? _plainStart;

    private PhoneLinkFormat(string text, FormatParser parser, FormatToken[] tokens, PhoneLinkFormatOptions options)
    {
        _text = text;
        _tokens = tokens;
        _form = NumberForm.For(parser.Scheme, parser.Host, options);
        _encoding = options.Encoding;
        _hasPrefix = tokens.Length > 1 && !tokens[0].IsHole && tokens[1].Kind is FormatTokenKind.Number && IsDialled(tokens[0].Text);
        _firstHole = tokens.Length > 0 && !tokens[0].IsHole ? 1 : 0;
        _start = parser.Scheme + ":" + (_firstHole > 0 ? tokens[0].Text : "");
        _plainStart = !EndsInPlainNumber(parser.Scheme, tokens) ? null : _start == TelStart ? TelStart : _start;
        Scheme = parser.Scheme;
        Schemes = options.Schemes;
        Repairs = parser.Problems.Count == 0 ? [] : Array.AsReadOnly([.. parser.Problems.Select(static problem => problem.Error)]);
        IsReversible = !Reversibility.OpenEnds(tokens, _form).Any();
        _names = [.. tokens.Where(static token => token.Kind is FormatTokenKind.Variable).Select(static token => token.Text).Distinct(StringComparer.Ordinal)];
        _nameIndexes = Array.ConvertAll(tokens, token => Array.IndexOf(_names, token.Text));
        Variables = Array.AsReadOnly(_names);
    }

    /// <summary>Gets the format that serves where none is set: <c>tel:%p</c>.</summary>
    public static PhoneLinkFormat Default { get; } = Parse("tel:%p");

    /// <summary>Gets the scheme in lower case, without the colon.</summary>
    public string Scheme { get; }

    /// <summary>Gets the policy that the format was read under; its web host may be launched under no other.</summary>
    internal SchemePolicy Schemes { get; }

    /// <summary>Gets the names of the variables, each once, in the order of their places, so that a host fetches only what is used.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Gets what <see cref="FormatParsing.Lenient"/> corrected, with positions in the text as given; empty for a format that needed nothing.</summary>
    public IReadOnlyList<ParseError> Repairs { get; }

    /// <summary>Gets whether links can be taken apart: behind every hole stands the end, or a character that no value of the hole can hold.</summary>
    public bool IsReversible { get; }

    /// <summary>Reads a format.</summary>
    /// <param name="format">The text.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    /// <exception cref="PhoneLinkParseException">The text is not a format; the error has its kind and position.</exception>
    public static PhoneLinkFormat Parse(string format, PhoneLinkFormatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        return TryParse(format, options, out var result, out var error) ? result : throw error.ToException();
    }

    /// <summary>Reads a format with the default options.</summary>
    /// <param name="format">The text, or null.</param>
    /// <param name="result">The format.</param>
    /// <returns>Whether the text is a format.</returns>
    public static bool TryParse([NotNullWhen(true)] string? format, [NotNullWhen(true)] out PhoneLinkFormat? result) =>
        TryParse(format, null, out result, out _);

    /// <summary>Reads a format, and says why a text is none.</summary>
    /// <param name="format">The text, or null.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="result">The format.</param>
    /// <param name="error">What is wrong and where in <paramref name="format"/>.</param>
    /// <returns>Whether the text is a format.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? format, PhoneLinkFormatOptions? options, [NotNullWhen(true)] out PhoneLinkFormat? result, out ParseError error)
    {
        options ??= new();
        var parser = Read(format, options, options.Parsing, out var tokens, out error);
        result = tokens is null ? null : new(format!, parser!, tokens, options);
        return result is not null;
    }

    /// <summary>Reads the text; there is no parser for a text of the wrong length, and there are no tokens for one that is no format.</summary>
    private static FormatParser? Read(string? text, PhoneLinkFormatOptions options, FormatParsing parsing, out FormatToken[]? tokens, out ParseError error)
    {
        tokens = null;
        error = string.IsNullOrEmpty(text) ? new(ParseErrorKind.Empty, 0)
            : text!.Length > MaxFormatLength ? new(ParseErrorKind.TooLong, MaxFormatLength)
            : default;
        if (error.Kind is not ParseErrorKind.None)
            return null;

        var parser = new FormatParser(text!, options, parsing);
        tokens = parser.Parse();
        if (tokens is null)
            error = parser.Error;

        return parser;
    }

    private static bool IsDialled(string literal)
    {
        var digits = literal.AsSpan(literal.StartsWith("//", StringComparison.Ordinal) ? 2 : 0);
        for (var i = 0; i < digits.Length;)
        {
            var c = UriText.CharacterAt(digits, i, out var width);
            if (!char.IsAsciiDigit(c) && c != '*' && !(c == '#' && width > 1))
                return false;

            i += width;
        }

        return digits.Length > 0;
    }

    /// <summary>Makes the link that calls a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="variables">The values of the variables; a variable without a value is left empty.</param>
    /// <returns>The link: RFC 3986 characters only, the scheme in lower case.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    /// <exception cref="PhoneLinkParseException">
    /// A link of this scheme cannot carry the number or a value (<see cref="ParseErrorKind.NotExpressible"/>), or it would be longer than
    /// 2,048 characters (<see cref="ParseErrorKind.TooLong"/>).
    /// </exception>
    /// <remarks>Subaddress and post-dial digits are left out; so are extension and context where the scheme has no place for them.</remarks>
    public string Expand(PhoneNumber number, ITemplateVariableSource? variables = null)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Plain(number) ?? Write(number, variables);
    }

    /// <summary>Makes the link that calls a number, and says why there is none.</summary>
    /// <param name="number">The number; null is an error when the format has <c>%p</c>.</param>
    /// <param name="variables">The values of the variables; a variable without a value is left empty.</param>
    /// <param name="link">The link.</param>
    /// <param name="error">What is wrong; its position is that of the hole in the format, and 0 where the whole link is too long or no link.</param>
    /// <returns>Whether a link could be made.</returns>
    public bool TryExpand(PhoneNumber? number, ITemplateVariableSource? variables, [NotNullWhen(true)] out string? link, out ParseError error)
    {
        error = default;
        link = (number is null ? null : Plain(number)) ?? Write(number, variables, out error);
        return link is not null;
    }

    /// <summary>Makes the link that calls a number in the caller's memory.</summary>
    /// <param name="number">The number; null is an error when the format has <c>%p</c>.</param>
    /// <param name="variables">The values of the variables; a variable without a value is left empty.</param>
    /// <param name="destination">Where to write; 2,048 characters always suffice.</param>
    /// <param name="written">How many characters were written; 0 when there is no link.</param>
    /// <returns>Whether a link could be made and fits.</returns>
    /// <remarks>Without allocation, but for variables that are telephone numbers and for <c>tel</c> formats that add to <c>%p</c>: those are read.</remarks>
    public bool TryExpand(PhoneNumber? number, ITemplateVariableSource? variables, Span<char> destination, out int written)
    {
        var writer = new LinkWriter(destination.Length > UriSyntax.MaxLength ? destination.Slice(0, UriSyntax.MaxLength) : destination);
        written = Write(ref writer, number, variables).Kind is ParseErrorKind.None ? writer.Length : 0;
        return written > 0;
    }

    /// <summary>Returns the format as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;

    /// <summary>Whether a plain number goes into every link as it stands, at the end, so that no such link needs a second look.</summary>
    private bool EndsInPlainNumber(string scheme, FormatToken[] tokens)
    {
        var hole = tokens.Length > 0 ? tokens[tokens.Length - 1] : null;
        return hole is { Kind: FormatTokenKind.Number, Position: not LinkPosition.Query }
            && (tokens.Length == 1 || (tokens.Length == _firstHole + 1 && !_hasPrefix && scheme != TelUri.SchemeName))
            && _form is { Plus: true, Local: true, IsText: false }
            && _start.Length + PhoneNumber.MaxDigits <= UriSyntax.MaxLength;
    }

    /// <summary>The default format is the most used one: a start that the compiler knows costs next to nothing.</summary>
    private string? Plain(PhoneNumber number) =>
        _plainStart is null || !number.IsPlain ? null : ReferenceEquals(_plainStart, TelStart) ? TelStart + number.Digits : _plainStart + number.Digits;

    /// <summary>Stays out of <see cref="Expand"/>, which is short enough then to be compiled into its callers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private string Write(PhoneNumber number, ITemplateVariableSource? variables) => Write(number, variables, out var error) ?? throw error.ToException();

    [SkipLocalsInit]
    private string? Write(PhoneNumber? number, ITemplateVariableSource? variables, out ParseError error)
    {
        var writer = new LinkWriter(stackalloc char[UriSyntax.MaxLength]);
        error = Write(ref writer, number, variables);
        return error.Kind is ParseErrorKind.None ? writer.Written.ToString() : null;
    }

    private ParseError Write(ref LinkWriter writer, PhoneNumber? number, ITemplateVariableSource? variables)
    {
        writer.Literal(_start);
        if (_plainStart is not null && number is { IsPlain: true })
        {
            writer.Literal(number.Digits);
            return writer.IsOverflowed ? new(ParseErrorKind.TooLong, 0) : default;
        }

        for (var i = _firstHole; i < _tokens.Length; i++)
        {
            var token = _tokens[i];
            var kind = WriteToken(ref writer, token, number, variables);
            if (kind is not ParseErrorKind.None)
                return new(kind, token.Index);
        }

        if (writer.IsOverflowed)
            return new(ParseErrorKind.TooLong, 0);

        return DotSegments.Find(writer.Written.Slice(Scheme.Length + 1)) < 0 && IsReadable(writer.Written, number) ? default : new(ParseErrorKind.NotExpressible, 0);
    }

    /// <summary>
    /// A <c>tel</c> link has a grammar of its own; where a format adds to the number, nobody may be handed a link that no parser reads, or
    /// in which what the format adds behind the number joins it unasked; digits are what the format's author typed.
    /// </summary>
    private bool IsReadable(ReadOnlySpan<char> link, PhoneNumber? number) =>
        Scheme != TelUri.SchemeName
        || (_tokens.Length == 1 && _tokens[0].Kind is FormatTokenKind.Number && !_form.IsText)
        || (TelephonyUri.TryParse(link, UriParsing.Lenient, out var uri, out _)
            && (number is null || !Array.Exists(_tokens, static token => token.Kind is FormatTokenKind.Number) || Carries(uri.Number!.Digits, _form.Plus || _form.IsText ? number.Digits : number.Digits.TrimStart('+'))));

    private static bool Carries(string digits, string number)
    {
        var index = digits.IndexOf(number, StringComparison.Ordinal);
        for (var i = index + number.Length; index >= 0 && i < digits.Length; i++)
            if (!char.IsAsciiDigit(digits[i]))
                return false;

        return index >= 0;
    }

    /// <summary>Writes a piece of the format; says what is wrong when it cannot.</summary>
    private ParseErrorKind WriteToken(ref LinkWriter writer, FormatToken token, PhoneNumber? number, ITemplateVariableSource? variables)
    {
        if (token.Kind is FormatTokenKind.Literal)
        {
            writer.Literal(token.Text);
            return ParseErrorKind.None;
        }

        if (token.Kind is FormatTokenKind.Variable)
        {
            WriteVariable(ref writer, token, variables?.GetValue(token.Text));
            return ParseErrorKind.None;
        }

        if (number is null)
            return ParseErrorKind.NoNumber;

        if (!_form.CanWrite(number) || (_hasPrefix && number.IsGlobal && _form.Plus))
            return ParseErrorKind.NotExpressible;

        if (_form.IsText)
            writer.Text(number.Text, _encoding, LetterCase.AsStored);
        else
            writer.Number(number, _form, token.Position);

        return ParseErrorKind.None;
    }

    /// <summary>A variable of kind phone is written as a number where its value is one; everything else is text.</summary>
    private void WriteVariable(ref LinkWriter writer, FormatToken token, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;

        if (token.IsPhoneVariable && !_form.IsText && PhoneNumber.TryParse(value, out var number) && _form.CanWrite(number))
            writer.Number(number, _form, token.Position);
        else
            writer.Text(value!, _encoding, token.Case);
    }
}
