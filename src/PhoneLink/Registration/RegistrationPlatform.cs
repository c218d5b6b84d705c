namespace PhoneLink.Registration;

/// <summary>What an operating system makes of registrations; one derived type for each.</summary>
internal abstract class RegistrationPlatform
{
    public abstract RegistrationPlan Plan(ProtocolRegistration registration);

    public abstract Task<RegistrationReceipt> ApplyAsync(RegistrationPlan plan, CancellationToken cancellationToken);

    public abstract Task RevertAsync(RegistrationReceipt receipt, CancellationToken cancellationToken);

    public abstract RegistrationInfo GetStatus(string scheme);
}
