namespace PhoneLink;

/// <summary>The shape in which preferences are stored: a section a level, an owner's id where there are several, then the keys.</summary>
internal static class PreferenceShape
{
    public const string Root = "PhoneLink";
    public const string Value = "Value";
    public const string LockedAt = "LockedAt";

    /// <summary>Names that are longer are not keys; an id of an owner may be as long.</summary>
    public const int MaxNameLength = 256;

    /// <summary>The levels that can be stored, the least specific first.</summary>
    public static PreferenceLevel[] Levels { get; } =
        [PreferenceLevel.System, PreferenceLevel.Database, PreferenceLevel.Group, PreferenceLevel.User, PreferenceLevel.Machine];

    /// <summary>Names a level's section.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level has none.</exception>
    public static string SectionOf(PreferenceLevel level) => level switch
    {
        PreferenceLevel.System => "System",
        PreferenceLevel.Database => "Databases",
        PreferenceLevel.Group => "Groups",
        PreferenceLevel.User => "Users",
        PreferenceLevel.Machine => "Machine",
        _ => throw new ArgumentOutOfRangeException(nameof(level), "Preferences can be stored from System to Machine."),
    };

    /// <summary>Whether a level holds several owners.</summary>
    public static bool HasOwners(PreferenceLevel level) => level is PreferenceLevel.Database or PreferenceLevel.Group or PreferenceLevel.User;

    /// <summary>Gives whose values of a level hold in a scope; empty where the level has one owner, null where the scope names none.</summary>
    public static string? OwnerIn(PreferenceScope scope, PreferenceLevel level) => level switch
    {
        PreferenceLevel.Database => NotEmpty(scope.Database),
        PreferenceLevel.Group => NotEmpty(scope.Group),
        PreferenceLevel.User => NotEmpty(scope.User),
        _ => "",
    };

    /// <summary>Reads the name of a level; what is none locks nothing, and is reported like every lock that does not count.</summary>
    public static PreferenceLevel ReadLock(string text)
    {
        foreach (var level in Levels)
            if (string.Equals(text, level.ToString(), StringComparison.OrdinalIgnoreCase))
                return level;

        return PreferenceLevel.Default;
    }

    /// <summary>Checks what a writer was given.</summary>
    /// <exception cref="ArgumentException">The level cannot be stored, or its owner is missing, not wanted or too long.</exception>
    public static string CheckedOwner(PreferenceLevel level, string? owner)
    {
        _ = SectionOf(level);
        if (HasOwners(level) ? string.IsNullOrEmpty(owner) : owner is not null)
            throw new ArgumentException("Databases, groups and users have an owner's id; the other levels have none.", nameof(owner));

        return owner is null || owner.Length <= MaxNameLength ? owner ?? "" : throw new ArgumentException("An owner's id is at most 256 characters long.", nameof(owner));
    }

    /// <summary>Checks the name of a key.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > MaxNameLength)
            throw new ArgumentException("The name of a preference is at most 256 characters long.", nameof(key));
    }

    /// <summary>Checks that somebody says who is below a database or a group.</summary>
    /// <exception cref="ArgumentException">The level cannot be stored, or nobody does.</exception>
    public static void CheckBelow(PreferenceLevel level, Func<PreferenceLevel, string?, bool>? isBelow)
    {
        _ = SectionOf(level);
        if (isBelow is null && level is (PreferenceLevel.Database or PreferenceLevel.Group))
            throw new ArgumentException("Say who is below: only the host knows which groups and users a database or a group has.", nameof(isBelow));
    }

    private static string? NotEmpty(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
