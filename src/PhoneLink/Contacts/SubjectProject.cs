namespace PhoneLink;

/// <summary>The project that a call is about.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints nothing about the project.</remarks>
public sealed record SubjectProject
{
    /// <summary>Gets the host's id of the project, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the project's number, or <see langword="null"/>.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the name, or <see langword="null"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name of who leads the project, or <see langword="null"/>.</summary>
    public string? Manager { get; init; }

    /// <summary>Gets the type, one of those that the host has a list of, or <see langword="null"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the status, one of those that the host has a list of, or <see langword="null"/>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the web address, or <see langword="null"/>.</summary>
    public string? Web { get; init; }

    /// <summary>Returns what this is, for logs.</summary>
    /// <returns><c>project</c>.</returns>
    public override string ToString() => "project";
}
