using System.Text;

namespace PhoneLink;

/// <summary>The parameters behind a number: <c>;ext=12;phone-context=example.com</c> (RFC 3966 §3).</summary>
internal sealed class SubscriberParameters(bool isGlobal)
{
    private const int MaxParameters = 32;

    private readonly List<UriParameter> _others = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public string? Extension { get; private set; }

    /// <summary>Whether there is an extension that cannot be read, so that the number alone would call somebody else.</summary>
    public bool IsExtensionLost { get; private set; }

    public string? Subaddress { get; private set; }

    public string? Context { get; private set; }

    public IReadOnlyList<UriParameter> Others => _others;

    /// <summary>Reads parameters, the first semicolon included.</summary>
    public bool Read(ReadOnlySpan<char> text, int position, ref RepairList repairs, out ParseError error)
    {
        foreach (var parameter in new UriPieces(text.Slice(1), ';', position + 1))
        {
            if (!ReadOne(parameter.Text))
            {
                if (!repairs.Allow(ParseErrorKind.InvalidParameter, parameter.Position - 1))
                {
                    error = repairs.Error(ParseErrorKind.InvalidParameter, parameter.Position - 1);
                    return false;
                }

                KeepMandatory(parameter.Text);
            }

            // Even a repaired parameter is text of a link.
            error = UriText.FirstError(parameter.Text, repairs.Offset + parameter.Position);
            if (error.Kind is not ParseErrorKind.None)
                return false;
        }

        return HasCompanions(position + text.LastIndexOf(';'), ref repairs, out error);
    }

    /// <summary>Some parameters mean nothing without another one.</summary>
    private bool HasCompanions(int position, ref RepairList repairs, out ParseError error)
    {
        error = default;
        foreach (var parameter in _others)
            if (TelParameters.CompanionOf(parameter) is { } companion && !_names.Contains(companion) && !repairs.Allow(ParseErrorKind.InvalidParameter, position))
            {
                error = repairs.Error(ParseErrorKind.InvalidParameter, position);
                return false;
            }

        return true;
    }

    /// <summary>Takes one parameter; <see langword="false"/> when it is malformed, out of place, or stands twice.</summary>
    private bool ReadOne(ReadOnlySpan<char> parameter)
    {
        var equals = parameter.IndexOf('=');
        var nameText = equals < 0 ? parameter : parameter.Slice(0, equals);
        if (!IsName(nameText) || _names.Count == MaxParameters)
            return false;

        var name = nameText.ToString().ToLowerInvariant();
        if (!_names.Add(name))
            return false;

        var value = equals < 0 ? default : parameter.Slice(equals + 1);
        return name switch
        {
            "ext" => ReadExtension(value),
            "isub" => Extension is null && ReadSubaddress(value),
            "phone-context" => ReadContext(value),
            _ => ReadOther(name, equals < 0, value),
        };
    }

    /// <summary>Keeps a mandatory parameter that cannot be read, by its name up to what a name may hold: it forbids the use all the same (RFC 3966 §5.4).</summary>
    private void KeepMandatory(ReadOnlySpan<char> parameter)
    {
        if (!UriParameter.IsMandatory(parameter) || !UriParameter.AreUsable(_others))
            return;

        var name = new StringBuilder();
        for (var i = 0; i < parameter.Length;)
        {
            var c = UriText.CharacterAt(parameter, i, out var width);
            if (!IsNameCharacter(c))
                break;

            name.Append(char.ToLowerInvariant(c));
            i += width;
        }

        _others.Add(new(name.ToString(), null));
    }

    /// <summary>Of extension and subaddress the extension is kept, in whatever order they stand (RFC 3966 §5.3 forbids both).</summary>
    private bool ReadExtension(ReadOnlySpan<char> value)
    {
        IsExtensionLost = !value.IsEmpty;
        Span<char> digits = stackalloc char[PhoneNumber.MaxExtension];
        var count = 0;
        foreach (var c in value)
        {
            if (UriSeparators.IsVisual(c))
                continue;

            if (!char.IsAsciiDigit(c) || count == PhoneNumber.MaxExtension)
                return false;

            digits[count++] = c;
        }

        if (count == 0)
            return false;

        Extension = digits.Slice(0, count).ToString();
        IsExtensionLost = false;
        var isAlone = Subaddress is null;
        Subaddress = null;
        return isAlone;
    }

    private bool ReadSubaddress(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || !IsUric(value))
            return false;

        Subaddress = UriText.Unescape(value);
        return true;
    }

    /// <summary>A scope for local numbers, never a prefix; a global number has none.</summary>
    private bool ReadContext(ReadOnlySpan<char> value)
    {
        if (isGlobal || !PhoneContext.IsValid(value))
            return false;

        Context = PhoneContext.Normalize(value);
        return true;
    }

    /// <summary>Keeps what is malformed only by its registration, or for want of a value: whoever forwards the link must not lose it.</summary>
    private bool ReadOther(string name, bool isFlag, ReadOnlySpan<char> value)
    {
        if (!isFlag && !IsValue(value))
            return false;

        var text = isFlag ? null : value.ToString();
        _others.Add(new(name, text));
        return (isFlag || !value.IsEmpty) && TelParameters.IsValid(name, text);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!IsNameCharacter(c))
                return false;

        return !text.IsEmpty;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';

    /// <summary>RFC 3966 §3: uric, without the semicolon; brackets and hash are not in it.</summary>
    private static bool IsUric(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '#' or '[' or ']' || (text[i] == '%' && UriSyntax.EscapedOctet(text, i) < 0))
                return false;

        return true;
    }

    /// <summary>RFC 3966 §3: pvalue.</summary>
    private static bool IsValue(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isParameterCharacter = UriSyntax.IsUnreserved(c) || c is '!' or '*' or '\'' or '(' or ')' or '[' or ']' or '/' or ':' or '&' or '+' or '$';
            if (!isParameterCharacter && UriSyntax.EscapedOctet(text, i) < 0)
                return false;
        }

        return true;
    }
}
