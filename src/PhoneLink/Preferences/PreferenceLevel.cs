namespace PhoneLink;

/// <summary>Says for whom a preference holds; of two levels the later one is more specific and wins.</summary>
public enum PreferenceLevel
{
    /// <summary>What holds where nobody set anything.</summary>
    Default,

    /// <summary>The host application's configuration.</summary>
    System,

    /// <summary>One database, or one customer of a shared host.</summary>
    Database,

    /// <summary>A group of users.</summary>
    Group,

    /// <summary>One user.</summary>
    User,

    /// <summary>The machine at which the user sits.</summary>
    Machine,
}
