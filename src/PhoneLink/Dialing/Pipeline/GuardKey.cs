namespace PhoneLink;

/// <summary>What makes two calls the same for a person: who calls, and what is dialled.</summary>
internal readonly record struct GuardKey(string? Database, string? User, string Target, string? Context, string? Extension, string? Subaddress, string? PostDial)
{
    public static GuardKey For(DialRequest request)
    {
        var (database, user) = (request.Scope?.Database, request.Scope?.User); // Two customers of a shared host may both have a user 1.

        // A sip link names a host and an sms link a text: one number is not one call there.
        return request.Target is not (SipUri or SmsUri) && (request.Analysis?.Canonical ?? request.Target.Number) is { } number
            ? new(database, user, number.Digits, number.Context, number.Extension, number.Subaddress, number.PostDial)
            : new(database, user, request.Target.LaunchText, null, null, null, null);
    }

    /// <summary>The record's own text would print the number.</summary>
    public override string ToString() => nameof(GuardKey);
}
