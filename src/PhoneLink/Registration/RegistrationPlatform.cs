namespace PhoneLink.Registration;

/// <summary>What an operating system makes of registrations; one derived type for each.</summary>
internal abstract class RegistrationPlatform
{
    /// <summary>Gets the name that receipts carry.</summary>
    public abstract string Name { get; }

    public abstract RegistrationPlan Plan(ProtocolRegistration registration);

    public abstract Task<RegistrationReceipt> ApplyAsync(RegistrationPlan plan, CancellationToken cancellationToken);

    public abstract Task RevertAsync(RegistrationReceipt receipt, CancellationToken cancellationToken);

    public abstract RegistrationInfo GetStatus(string scheme);
}
