using System.Text.Json.Serialization;

namespace PhoneLink.Admin;

/// <summary>What a command found or did; with <c>--json</c> it is printed as it is.</summary>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed record AdminReport(string Command, int ExitCode)
{
    public string? Scheme { get; init; }

    /// <summary>Gets whether a dry run kept the changes from being made.</summary>
    public bool? DryRun { get; init; }

    public AdminStatus? Status { get; init; }

    /// <summary>Gets the steps of the plan.</summary>
    public IReadOnlyList<AdminStep>? Plan { get; init; }

    public IReadOnlyList<AdminProblem>? Problems { get; init; }

    public IReadOnlyList<AdminRegistration>? Registrations { get; init; }

    /// <summary>Gets what should be done next.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the text of an export.</summary>
    public string? Text { get; init; }

    public AdminError? Error { get; init; }
}

internal sealed record AdminStatus(string Status, string? OwnerId, string? OwnerName, string? Executable);

internal sealed record AdminStep(string Target, string Description);

internal sealed record AdminProblem(string Scheme, string Kind, string Message);

internal sealed record AdminRegistration(string Scheme, string ApplicationId, string Product, string Scope, string Executable, string Status);

internal sealed record AdminError(string Kind, string Message, string? Step);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdminReport))]
internal sealed partial class AdminJson : JsonSerializerContext;
