namespace PhoneLink;

/// <summary>A confirmation that is one function of the host's.</summary>
internal sealed class DelegateConfirmation(Func<DialRequest, CancellationToken, Task<bool>> confirm) : IDialConfirmation
{
    public Task<bool> ConfirmAsync(DialRequest request, CancellationToken cancellationToken = default) => confirm(request, cancellationToken);
}
