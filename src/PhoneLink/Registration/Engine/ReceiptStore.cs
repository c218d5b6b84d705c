using System.Text;

namespace PhoneLink.Registration.Engine;

/// <summary>Keeps the receipt of each registration in a file of its own.</summary>
/// <remarks>Written only under the lock of its directory.</remarks>
internal sealed class ReceiptStore(IFileSystem files, string directory)
{
    private const string Extension = ".json";

    public string Directory { get; } = directory;

    /// <summary>Gives the path of a registration's receipt.</summary>
    public string PathOf(string applicationId) => Path.Combine(Directory, applicationId + Extension);

    /// <summary>Reads a registration's receipt.</summary>
    /// <returns>The receipt and its bytes; null when there is none.</returns>
    /// <exception cref="RegistrationException">What is kept there is no receipt of that registration.</exception>
    public (ReceiptDocument Document, byte[] Bytes)? Read(string applicationId)
    {
        var path = PathOf(applicationId);
        if (files.ReadBytes(path) is not { } bytes)
            return null;

        return RegistrationReceipt.TryParse(Encoding.UTF8.GetString(bytes), out var receipt) && receipt.ApplicationId == applicationId
            ? (receipt.Document, bytes)
            : throw new RegistrationException(RegistrationFailure.InvalidReceipt, $"'{path}' is not the receipt of '{applicationId}'; move it away and register again.");
    }

    /// <summary>Reads all receipts; what is none is left out.</summary>
    public IReadOnlyList<ReceiptDocument> ReadAll() =>
    [
        .. from path in files.EnumerateFiles(Directory)
           where path.EndsWith(Extension, StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith('.')
           let bytes = files.ReadBytes(path)
           let document = bytes is not null && RegistrationReceipt.TryParse(Encoding.UTF8.GetString(bytes), out var receipt) ? receipt.Document : null
           where document is not null && PathOf(document.Registration.ApplicationId!) == path
           select document,
    ];
}
