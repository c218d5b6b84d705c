using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace ClickToDial.Web;

/// <summary>HTML as an interpolated string: every hole is escaped, unless it is markup itself. Attributes stand in double quotes.</summary>
[InterpolatedStringHandler]
internal sealed class Markup(int literalLength, int holes)
{
    private readonly StringBuilder _text = new(literalLength + (holes * 16));

    public static Markup Empty { get; } = new(0, 0);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

    public void AppendFormatted(int number) => _text.Append(number);

    public void AppendFormatted(Markup markup) => _text.Append(markup._text);

    public void AppendFormatted(IEnumerable<Markup> parts)
    {
        foreach (var part in parts)
            _text.Append(part._text);
    }

    public override string ToString() => _text.ToString();
}
