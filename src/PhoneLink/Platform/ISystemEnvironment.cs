namespace PhoneLink;

/// <summary>What this process was given: variables and its user.</summary>
internal interface ISystemEnvironment
{
    /// <summary>Gives a variable's value; null when it is not set.</summary>
    string? GetVariable(string name);

    /// <summary>Gets the effective user id; null where the system has none.</summary>
    uint? UserId { get; }
}
