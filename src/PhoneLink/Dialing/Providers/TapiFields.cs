namespace PhoneLink;

/// <summary>What a call manager is told beside the number, encoded; a field that would lose characters is left out.</summary>
internal sealed class TapiFields
{
    private readonly ITapiCall _call;

    public TapiFields(ITapiCall call, TapiOptions options, CallSubject? subject)
    {
        _call = call;
        Application = Encode(options.ApplicationName, TapiLimits.Application);
        CalledParty = options.SendsCalledParty ? Encode(subject?.Person?.Name ?? subject?.Company?.Name, TapiLimits.CalledParty) : null;
        Comment = Encode(options.Comment, TapiLimits.Comment);
    }

    public byte[]? Application { get; }

    public byte[]? CalledParty { get; }

    public byte[]? Comment { get; }

    /// <summary>Gets whether a field was left out.</summary>
    public bool IsLossy { get; private set; }

    private byte[]? Encode(string? text, int size)
    {
        if (PlainText.Clean(text) is not { } clean)
            return null;

        var encoded = TapiText.Encode(_call, clean, size);
        IsLossy |= encoded is null;
        return encoded;
    }
}
