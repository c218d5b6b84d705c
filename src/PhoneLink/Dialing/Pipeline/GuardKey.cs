namespace PhoneLink;

/// <summary>What makes two calls the same for a person: who calls, and what is dialled.</summary>
internal readonly record struct GuardKey(string? Database, string? User, string Target, string? Context, string? Extension, string? PostDial)
{
    public static GuardKey For(DialRequest request)
    {
        var (database, user) = (request.Scope?.Database, request.Scope?.User); // Two customers of a shared host may both have a user 1.
        return (request.Analysis?.Canonical ?? request.Target.Number) is { } number
            ? new(database, user, number.Digits, number.Context, number.Extension, number.PostDial)
            : new(database, user, request.Target.LaunchText, null, null, null);
    }

    /// <summary>The record's own text would print the number.</summary>
    public override string ToString() => nameof(GuardKey);
}
