namespace PhoneLink.Tests.DependencyInjection;

/// <summary>A person who declines every call.</summary>
public sealed class NoSayer : IDialConfirmation
{
    public Task<bool> ConfirmAsync(DialRequest request, CancellationToken cancellationToken = default) => Task.FromResult(false);
}
