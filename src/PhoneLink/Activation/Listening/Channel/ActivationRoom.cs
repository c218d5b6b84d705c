namespace PhoneLink.Activation;

/// <summary>Says whether there is room for a link.</summary>
internal enum ActivationRoom
{
    /// <summary>Too many links wait.</summary>
    None,

    /// <summary>There is; the link can be published.</summary>
    Reserved,

    /// <summary>A link of this id was taken before.</summary>
    Known,
}
