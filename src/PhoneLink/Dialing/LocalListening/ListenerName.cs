namespace PhoneLink;

/// <summary>The name of a telephony listener, by which a provider asks whether it leads to it, and by which its channel is found.</summary>
/// <param name="Value">The name.</param>
internal sealed record ListenerName(string Value)
{
    /// <summary>Checks a name.</summary>
    /// <exception cref="ArgumentException">The name is null, empty, too long or holds other characters.</exception>
    public static ListenerName Parse(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        return ProviderName.IsValid(name) ? new(name) : throw new ArgumentException($"A name has at most {ProviderName.MaxLength} letters, digits, '-', '_' and '.'.", parameter);
    }

    /// <summary>Whether a pipeline, or one of the providers in it, dials by the listener of this name.</summary>
    public bool IsTargetOf(ITelephonyProvider provider) => provider.GetService(typeof(LocalListenerTelephonyProvider), this) is not null;

    /// <summary>Makes the channel: another one than an activation listener's, whatever its name.</summary>
    /// <param name="mayMake">Whether what it needs is made where it is not there.</param>
    /// <exception cref="IOException">There is no directory that only this user can enter.</exception>
    public ILocalChannel MakeChannel(bool mayMake) => LocalChannel.ForCurrentOS("dial-" + LocalChannel.InstanceOf(Value, null), mayMake);
}
