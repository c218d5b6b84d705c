namespace PhoneLink;

/// <summary>Says what a handler did with a link.</summary>
public enum HandledOutcome
{
    /// <summary>The call went through the pipeline; <see cref="HandledLink.Result"/> tells what is known of it.</summary>
    Dialled,

    /// <summary>Neither the format nor the link itself has a number; nothing was dialled.</summary>
    NoNumber,

    /// <summary>The number is one that the options do not allow from a link, such as a service code, or the link may not be used (<see cref="TelephonyUri.IsUsable"/>); nothing was dialled.</summary>
    NumberNotAllowed,

    /// <summary>More than ten links asked for a call within a minute; nothing was dialled, and nobody was asked.</summary>
    TooMany,

    /// <summary>The user wants no links for five minutes (<see cref="PhoneLinkHandlerOptions.OfferToIgnore"/>); nothing was dialled, and nobody was asked.</summary>
    Ignored,

    /// <summary>The program is ending; nothing was dialled.</summary>
    ShuttingDown,

    /// <summary>Something threw; nothing more is known. It is not dialled again.</summary>
    Failed,
}
