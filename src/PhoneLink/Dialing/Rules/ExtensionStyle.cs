namespace PhoneLink;

/// <summary>Says how an extension behind a number is dialled.</summary>
public enum ExtensionStyle
{
    /// <summary>The extension stays beside the number, as <c>;ext=12</c> in links that have a place for it.</summary>
    Keep,

    /// <summary>The extension is keyed after two pauses, <c>,,12</c>; the format must write what is keyed after the answer (<see cref="PhoneLinkFormatOptions.PostDial"/>).</summary>
    Pause,

    /// <summary>The extension is left out, which the steps report.</summary>
    Drop,
}
