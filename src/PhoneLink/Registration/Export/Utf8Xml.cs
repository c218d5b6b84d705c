using System.Text;
using System.Xml;

namespace PhoneLink.Registration.Export;

/// <summary>Writes XML as UTF-8 with line feeds, the same on every system.</summary>
internal static class Utf8Xml
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static string Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = Utf8, Indent = true, NewLineChars = "\n" }))
            write(writer);

        return Utf8.GetString(stream.ToArray()) + "\n";
    }
}
