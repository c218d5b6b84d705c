namespace PhoneLink;

/// <summary>For whom preferences are asked: a web application serves many users in one process.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints no name or id.</remarks>
public sealed record PreferenceScope
{
    /// <summary>Gets the scope of a program with one user: nothing is named.</summary>
    public static PreferenceScope Current { get; } = new();

    /// <summary>Gets the host's id of the user, or <see langword="null"/> for the one who runs the program.</summary>
    public string? User { get; init; }

    /// <summary>Gets the host's id of the user's group, or <see langword="null"/>.</summary>
    public string? Group { get; init; }

    /// <summary>Gets the database or customer, or <see langword="null"/>.</summary>
    public string? Database { get; init; }

    /// <summary>Returns which parts are named, for logs.</summary>
    /// <returns>For instance <c>user, group</c>, or <c>current</c>.</returns>
    public override string ToString()
    {
        var parts = new[] { (User, "user"), (Group, "group"), (Database, "database") }.Where(static part => part.Item1 is not null);
        return string.Join(", ", parts.Select(static part => part.Item2)) is { Length: > 0 } named ? named : "current";
    }
}
