namespace PhoneLink.Tests.Dialing;

/// <summary>A provider's script that waits until the test lets it go on.</summary>
internal sealed class Gate(DialStatus status)
{
    private readonly TaskCompletionSource<bool> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.TrySetResult(true);

    public async Task<DialResult> AnswerAsync(DialRequest request, CancellationToken cancellationToken)
    {
        await _open.Task.WaitAsync(cancellationToken);
        return new(status, request.CallId);
    }
}
