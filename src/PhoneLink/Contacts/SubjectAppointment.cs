using System.Globalization;

namespace PhoneLink;

/// <summary>The appointment that a call is about: a meeting, a task, a call that was planned.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints nothing about the appointment.</remarks>
public sealed record SubjectAppointment
{
    /// <summary>Gets the host's id of the appointment, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the title, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the type, one of those that the host has a list of, or <see langword="null"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the place, or <see langword="null"/>.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the name of the host's user whose appointment it is, or <see langword="null"/>.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets the e-mail address of the owner, or <see langword="null"/>.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>Gets when the appointment begins, with the offset of its place, or <see langword="null"/>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Gets when the appointment ends, with the offset of its place, or <see langword="null"/>.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Returns what this is, for logs.</summary>
    /// <returns><c>appointment</c>.</returns>
    public override string ToString() => "appointment";

    internal static string? Date(DateTimeOffset? time) => time?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    internal static string? Time(DateTimeOffset? time) => time?.ToString("HHmmss", CultureInfo.InvariantCulture);
}
