namespace PhoneLink;

/// <summary>Reads the preferences for calls.</summary>
internal static class RequestPreferences
{
    /// <summary>Resolves the preferences of a scope; null when a source fails: nothing was started then, which no boundary could know.</summary>
    public static async Task<PhonePreferences?> ResolveAsync(PreferenceResolver resolver, PreferenceScope? scope, CancellationToken cancellationToken)
    {
        try
        {
            return await resolver.ResolveAsync(scope, cancellationToken);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
