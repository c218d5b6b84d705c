using System.Text;

namespace PhoneLink;

/// <summary>What a <c>.desktop</c> file says about a program.</summary>
/// <remarks>Desktop Entry Specification 1.5, §6. Only the group <c>[Desktop Entry]</c> counts: an action has an Exec of its own.</remarks>
internal sealed class DesktopEntry
{
    public const string Group = "Desktop Entry";

    /// <summary>The key that marks an entry as written by this library; a label, no proof of ownership.</summary>
    public const string OwnerKey = "X-PhoneLink-Owner";

    private readonly KeyFile _file;

    private DesktopEntry(KeyFile file) => _file = file;

    /// <summary>Gets whether GLib takes the file for a program at all.</summary>
    public bool IsApplication => _file.IsWellFormed && _file.FirstGroup == Group && _file.Raw(Group, "Type") == "Application";

    public string? Name => _file.Text(Group, "Name");

    public string? Exec => _file.Text(Group, "Exec");

    /// <summary>Gets Exec as it is written, which is what the shell scripts of xdg-utils take apart.</summary>
    public string? RawExec => _file.Raw(Group, "Exec");

    public string? TryExec => _file.Text(Group, "TryExec");

    public string? Owner => _file.Text(Group, OwnerKey);

    public bool IsDBusActivatable => _file.Flag(Group, "DBusActivatable");

    public bool IsHidden => _file.Flag(Group, "Hidden");

    public IReadOnlyList<string> MimeTypes => _file.List(Group, "MimeType");

    public static DesktopEntry Parse(string text) => new(KeyFile.Parse(text));

    /// <summary>Reads a file; null when there is none or it cannot be read.</summary>
    public static DesktopEntry? Read(IFileSystem files, string path) => ReadText(files, path) is { } text ? Parse(text) : null;

    /// <summary>Reads a file as UTF-8; null when there is none or it cannot be read.</summary>
    public static string? ReadText(IFileSystem files, string path)
    {
        try
        {
            return files.ReadBytes(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // Nor can the system's own tools read it.
        }
    }
}
