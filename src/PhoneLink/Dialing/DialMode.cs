namespace PhoneLink;

/// <summary>Says how far a dial goes.</summary>
public enum DialMode
{
    /// <summary>Place the call.</summary>
    Place,

    /// <summary>Show the number in the telephone, ready to be called; a provider that cannot do this says so in its documentation.</summary>
    Prefill,
}
