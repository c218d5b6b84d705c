using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration;

/// <summary>Notes what a registration has changed, so that it can be taken back exactly.</summary>
/// <remarks>
/// Immutable and thread-safe. PhoneLink keeps it too: on Windows as a value of <c>Software\PhoneLink\Registrations</c>, on Linux as a file of
/// <c>$XDG_STATE_HOME/phonelink/registrations</c> (by default under <c>~/.local/state</c>), one a registration, named after its application
/// id. So an uninstaller needs no copy of its own; it may store <see cref="ToJson"/> for the case that those are lost.
/// </remarks>
public sealed class RegistrationReceipt
{
    internal const int CurrentVersion = 1;

    /// <summary>Far above any receipt: it holds two small files.</summary>
    private const int MaxLength = 1 << 20;

    internal RegistrationReceipt(ReceiptDocument document) => Document = document;

    /// <summary>Gets the version of the format.</summary>
    public int Version => Document.Version;

    /// <summary>Gets what was registered, with the scheme in lower case and the names filled in.</summary>
    public ProtocolRegistration Registration => Document.Registration;

    /// <summary>Gets the scheme that was registered, in lower case.</summary>
    public string Scheme => Registration.Scheme;

    /// <summary>Gets the application id under which it was registered.</summary>
    public string ApplicationId => Registration.ApplicationId!;

    internal ReceiptDocument Document { get; }

    /// <summary>Reads a receipt that <see cref="ToJson"/> has written.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The receipt; <see cref="ProtocolRegistrar.RevertAsync"/> still checks what it names.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text is not a receipt, or one of a later version.</exception>
    public static RegistrationReceipt Parse(string json) =>
        TryParse(json, out var receipt) ? receipt : throw new FormatException("The text is not a registration receipt of a known version.");

    /// <summary>Reads a receipt that <see cref="ToJson"/> has written.</summary>
    /// <param name="json">The text.</param>
    /// <param name="receipt">The receipt; null when the text is none.</param>
    /// <returns><see langword="false"/> when the text is not a receipt, or one of a later version.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static bool TryParse(string json, [NotNullWhen(true)] out RegistrationReceipt? receipt)
    {
        ArgumentNullException.ThrowIfNull(json);
        receipt = json.Length <= MaxLength && Read(json) is { Version: CurrentVersion } document ? new(document) : null;
        return receipt is not null;
    }

    /// <summary>Writes the receipt.</summary>
    /// <returns>JSON that <see cref="Parse"/> reads.</returns>
    public string ToJson() => JsonSerializer.Serialize(Document, ReceiptJson.Default.ReceiptDocument);

    /// <summary>Returns what was registered, in a few words.</summary>
    /// <returns>The scheme, the application id and the number of changes.</returns>
    public override string ToString() => $"{Scheme}: registered as {ApplicationId}, {Document.Changes.Count} changes";

    private static ReceiptDocument? Read(string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, ReceiptJson.Default.ReceiptDocument);
            return document is { Registration.ApplicationId: not null } && !document.Changes.Contains(null!) ? document : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null; // The reader offers no way to try; NotSupported is an unknown kind of change.
        }
    }
}
