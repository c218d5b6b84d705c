namespace PhoneLink;

/// <summary>Reads the preferences for a call.</summary>
internal static class RequestPreferences
{
    /// <summary>Resolves the preferences of a request's scope; null when a source fails: nothing was started then, which no boundary could know.</summary>
    public static async Task<PhonePreferences?> ResolveAsync(PreferenceResolver resolver, DialRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await resolver.ResolveAsync(request.Scope, cancellationToken);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
