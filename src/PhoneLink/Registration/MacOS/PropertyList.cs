using System.Xml;

namespace PhoneLink.Registration.MacOS;

/// <summary>Reads XML property lists (https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/PropertyLists); the binary form is not read.</summary>
/// <remarks>A dictionary, a list, a text, or null for a value of another type. Nothing outside the text is looked at: the DOCTYPE is passed over, entities are refused.</remarks>
internal static class PropertyList
{
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    /// <summary>Reads the value that the list holds.</summary>
    /// <exception cref="FormatException">The text is no property list; the message says why, without repeating it.</exception>
    public static object? Read(Stream contents)
    {
        try
        {
            using var reader = XmlReader.Create(contents, Settings);
            reader.MoveToContent();
            if (reader.NodeType is not XmlNodeType.Element || reader.Name != "plist" || reader.IsEmptyElement)
                throw new FormatException("it does not begin with <plist>");

            reader.Read();
            var value = ReadValue(reader, MaxDepth);
            reader.MoveToContent();
            return reader.NodeType is XmlNodeType.EndElement ? value : throw new FormatException("it holds more than one value");
        }
        catch (XmlException exception)
        {
            throw new FormatException($"line {exception.LineNumber} is no well-formed XML", exception);
        }
    }

    private static object? ReadValue(XmlReader reader, int depth)
    {
        if (reader.MoveToContent() is not XmlNodeType.Element)
            throw new FormatException("a value is missing");

        if (depth == 0)
            throw new FormatException("it is nested too deeply");

        switch (reader.Name)
        {
            case "dict":
                return ReadChildren(reader, new Dictionary<string, object?>(StringComparer.Ordinal), (values, child) => AddEntry(child, values, depth));
            case "array":
                return ReadChildren(reader, new List<object?>(), (values, child) => values.Add(ReadValue(child, depth - 1)));
            case "string":
                return reader.ReadElementContentAsString();
            case "integer" or "real" or "date" or "data" or "true" or "false":
                reader.Skip();
                return null;
            default:
                throw new FormatException("it has an element that property lists do not know");
        }
    }

    private static T ReadChildren<T>(XmlReader reader, T values, Action<T, XmlReader> readChild)
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty)
            return values;

        while (reader.MoveToContent() is not XmlNodeType.EndElement)
            readChild(values, reader);

        reader.Read();
        return values;
    }

    private static void AddEntry(XmlReader reader, Dictionary<string, object?> values, int depth)
    {
        if (reader.NodeType is not XmlNodeType.Element || reader.Name != "key")
            throw new FormatException("a dictionary's value has no key");

        var key = reader.ReadElementContentAsString();
        if (!values.TryAdd(key, ReadValue(reader, depth - 1)))
            throw new FormatException("a dictionary has one key twice");
    }
}
