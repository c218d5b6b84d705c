namespace PhoneLink;

/// <summary>A call that is about to be placed.</summary>
/// <param name="Request">The request; personal data.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> is masked.</remarks>
public sealed record JournalIntent(DialRequest Request)
{
    /// <summary>Gets the id of the call.</summary>
    public CallId CallId => Request.CallId;

    /// <summary>Gets the number to keep: canonical, without what the location's rules put before it; <see langword="null"/> where the target names none. Personal data.</summary>
    public PhoneNumber? Number => Request.Analysis?.Canonical ?? Request.Target.Number;

    /// <summary>Gets what tells two calls with one id apart: 16 bits of database, user, device and target, from which no number can be told.</summary>
    public int Fingerprint => JournalFingerprint.Of(Request);

    /// <summary>Returns the request, masked.</summary>
    /// <returns>For logs.</returns>
    public override string ToString() => Request.ToString();
}
