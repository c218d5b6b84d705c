namespace PhoneLink;

/// <summary>Assisted telephony of Windows: hands a call to the user's call manager.</summary>
internal interface ITapi
{
    /// <summary>Gets whether somebody sits at a desktop; a service has no call manager.</summary>
    bool IsInteractive { get; }

    /// <summary>Finds the call; null when this system has none.</summary>
    ITapiCall? Find();
}
