namespace PhoneLink;

/// <summary>Says what a <c>System.Uri</c> made of a telephony link shows otherwise than the link.</summary>
/// <remarks>Whatever it is, <c>OriginalString</c> still holds the whole link.</remarks>
[Flags]
public enum SystemUriLoss
{
    /// <summary>The link and <c>AbsoluteUri</c> are the same text.</summary>
    None = 0,

    /// <summary>A raw <c>#</c> starts a fragment, so that a part of a service code is in no path and does not count when two are compared.</summary>
    Fragment = 1,

    /// <summary>The text is another one: escapes decoded or added, a host in lower case, read as an address of IPv4, or with a slash behind it.</summary>
    Text = 2,
}
