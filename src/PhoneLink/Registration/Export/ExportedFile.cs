using System.Text;

namespace PhoneLink.Registration;

/// <summary>Holds one file that an administrator rolls out, not yet on any disk.</summary>
/// <remarks>Immutable and thread-safe. Made by <see cref="RegistrationExport"/>; the same input gives the same bytes on every system.</remarks>
public sealed class ExportedFile
{
    private readonly Encoding _encoding;

    internal ExportedFile(string fileName, string text, Encoding encoding) => (FileName, Text, _encoding) = (fileName, text, encoding);

    /// <summary>Gets the name that the file usually has, without a directory.</summary>
    public string FileName { get; }

    /// <summary>Gets the contents as text, with the line ends that the file's readers expect.</summary>
    public string Text { get; }

    /// <summary>Gets the contents as they belong on the disk.</summary>
    /// <returns>UTF-16 with a byte order mark for a <c>.reg</c> file, as regedit writes it; UTF-8 without one for all others.</returns>
    public byte[] ToBytes() => [.. _encoding.GetPreamble(), .. _encoding.GetBytes(Text)];

    /// <summary>Returns the file's name.</summary>
    /// <returns><see cref="FileName"/>.</returns>
    public override string ToString() => FileName;
}
