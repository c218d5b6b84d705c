namespace PhoneLink;

/// <summary>Says why a call is asked for; the later, the stricter the rules.</summary>
public enum DialCause
{
    /// <summary>Somebody pressed a button in the host application.</summary>
    User,

    /// <summary>The host application decided by itself: a campaign, a reminder.</summary>
    Program,

    /// <summary>A link from outside, for instance of a web page; nobody may have clicked it.</summary>
    Link,
}
