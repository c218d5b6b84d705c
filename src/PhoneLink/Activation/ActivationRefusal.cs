namespace PhoneLink.Activation;

/// <summary>Says why a process's arguments are not an activation, or not one that may be acted upon.</summary>
public enum ActivationRefusal
{
    /// <summary>Nothing was refused.</summary>
    None,

    /// <summary>The process was started without a link: by hand, or with arguments of its own.</summary>
    NoLink,

    /// <summary>There is a link, but the arguments are not exactly those that were registered: somebody may have added some.</summary>
    WrongShape,

    /// <summary>The link is of a scheme that was not asked for.</summary>
    ForeignScheme,

    /// <summary>The link is longer than 2,048 characters.</summary>
    TooLong,

    /// <summary>The link holds text that no honest opener hands over: raw or escaped control, bidi, quote and path characters; or it is no link of its scheme.</summary>
    ForbiddenText,

    /// <summary>The link has a service code, an extension or post-dial digits that the options do not allow.</summary>
    NumberNotAllowed,

    /// <summary>The link is one that this program launched itself, or went through the operating system too often.</summary>
    Loop,
}
