using PhoneLink.Activation;

namespace PhoneLink;

/// <summary>Options of a handler.</summary>
/// <remarks>Read when the host starts.</remarks>
public sealed class PhoneLinkHandlerOptions
{
    /// <summary>Gets the schemes that the handler registered; at least one.</summary>
    public IList<string> Schemes { get; } = [];

    /// <summary>Gets or sets the format that made the links, which takes them apart.</summary>
    /// <value>Null by default: the number is that of the link itself.</value>
    public PhoneLinkFormat? Format { get; set; }

    /// <summary>Gets or sets what a number of a link may be; the same as the listener's.</summary>
    public ActivationOptions Activation { get; set; } = new();

    /// <summary>Gets or sets whose preferences serve.</summary>
    /// <value>Null by default, which means those without user and group.</value>
    public PreferenceScope? Scope { get; set; }

    /// <summary>Gets or sets the name under which other processes of this user dial by this one (<see cref="LocalListenerTelephonyProvider"/>).</summary>
    /// <value>Null by default: none does. Their calls go through the same pipeline as those of links, with the cause that they say.</value>
    public string? ListenAs { get; set; }

    /// <summary>Gets or sets what asks the user whether to ignore links for five minutes, when ten within a minute have asked for calls.</summary>
    /// <value>Null by default: the links beyond are <see cref="HandledOutcome.TooMany"/>. Asked once in a minute at most; a yes is not remembered beyond the five minutes, nor the process.</value>
    public Func<CancellationToken, Task<bool>>? OfferToIgnore { get; set; }

    /// <summary>Gets or sets who is told of each link.</summary>
    /// <value>Null by default. Called for one link after the other; what it throws is logged.</value>
    public Func<HandledLink, Task>? Handled { get; set; }
}
