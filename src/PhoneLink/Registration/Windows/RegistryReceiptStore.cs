using System.Text;
using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Receipts as values of a key: whoever may not change the registration may not change its receipt either.</summary>
internal sealed class RegistryReceiptStore(IRegistryEditor registry, RegistryRoot root, Func<TimeProvider, CancellationToken, Task<IDisposable>> acquire) : ReceiptStore
{
    private readonly RegistryKeyPath _key = new(root, @"Software\PhoneLink\Registrations");

    public override RegistrationScope Scope => root is RegistryRoot.CurrentUser ? RegistrationScope.User : RegistrationScope.Machine;

    public override string Location => _key.ToString();

    public override string NameOf(string applicationId) => $@"{_key}\{applicationId}";

    public override Task<IDisposable> LockAsync(TimeProvider timeProvider, CancellationToken cancellationToken) => acquire(timeProvider, cancellationToken);

    public override FileChange Write(string applicationId, byte[]? expected, byte[] contents)
    {
        if (!ReadBytes(applicationId).AsSpan().SequenceEqual(expected))
            return FileChange.Changed;

        registry.CreateKey(_key);
        registry.Write(_key, applicationId, RegistryData.OfText(Encoding.UTF8.GetString(contents)));
        return FileChange.Done;
    }

    public override void Delete(string applicationId) => registry.DeleteValue(_key, applicationId);

    public override void RemoveIfEmpty()
    {
        registry.DeleteKeyIfEmpty(_key);
        registry.DeleteKeyIfEmpty(_key.Parent!);
    }

    public override bool Has(string applicationId) => registry.Read(_key, applicationId) is not null;

    protected override byte[]? ReadBytes(string applicationId) =>
        registry.Read(_key, applicationId) is { } data ? Encoding.UTF8.GetBytes(data.Text ?? "") : null;

    protected override IEnumerable<string> ListIds() => registry.ListValues(_key).Order(StringComparer.Ordinal);
}
