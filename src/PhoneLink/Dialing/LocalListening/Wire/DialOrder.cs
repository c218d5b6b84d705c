namespace PhoneLink;

/// <summary>A request as it goes to a listener. There is no place in it for a consent, an analysis or a provider: the listener finds all of these out by itself.</summary>
/// <param name="CallId">The id of the call.</param>
/// <param name="Hops">How often the request went from process to process, this time included.</param>
/// <param name="Target">The link.</param>
/// <param name="Mode">The name of the mode; an unknown one is refused.</param>
/// <param name="Cause">The name of the cause; an unknown one is the strictest.</param>
/// <param name="DryRun">Whether nothing is dialled.</param>
/// <param name="AcceptTimeout">In milliseconds.</param>
/// <param name="DeviceTimeout">In milliseconds.</param>
/// <param name="AnswerTimeout">In milliseconds.</param>
internal sealed record DialOrder(Guid CallId, int Hops, string Target, string Mode, string Cause, bool DryRun, long AcceptTimeout, long DeviceTimeout, long AnswerTimeout)
{
    private const int MaxDevice = 64;
    private const int MaxName = 128;
    private const int MaxConcerns = 16;

    /// <summary>Gets what is keyed after the answer, for which a <c>tel:</c> link has no place.</summary>
    public string? PostDial { get; init; }

    public string? Device { get; init; }

    public string? CallerId { get; init; }

    /// <summary>Gets the names of what speaks against the call; they can only make the listener ask.</summary>
    public IReadOnlyList<string>? Concerns { get; init; }

    public string? PersonId { get; init; }

    public string? PersonName { get; init; }

    public string? CompanyId { get; init; }

    public string? CompanyName { get; init; }

    /// <summary>Gets what a repetition of the call has in common with it.</summary>
    public (string Target, string? PostDial, string Mode, string? Device) Key => (Target, PostDial, Mode, Device);

    /// <summary>Writes a request; null when the listener would read another one, or it cannot travel.</summary>
    public static DialOrder? From(DialRequest request, int hops)
    {
        var number = request.Target.Number;
        var target = request.Target is TelUri tel ? tel.CanonicalText : request.Target.LaunchText;
        var order = new DialOrder(
            request.CallId.Value, hops, target, request.Mode.ToString(), request.Cause.ToString(), request.DryRun,
            (long)request.AcceptTimeout.TotalMilliseconds, (long)request.DeviceTimeout.TotalMilliseconds, (long)request.AnswerTimeout.TotalMilliseconds)
        {
            PostDial = request.Target is TelUri ? number?.PostDial : null,
            Device = request.Device,
            CallerId = request.CallerId?.ToString(PhoneNumberStyle.Rfc3966),
            Concerns = request.Concerns.Count == 0 ? null : [.. request.Concerns.Select(static concern => concern.ToString())],
            PersonId = WireText.Clip(request.Subject?.Person?.Id, MaxName),
            PersonName = WireText.Clip(request.Subject?.Person?.Name, MaxName),
            CompanyId = WireText.Clip(request.Subject?.Company?.Id, MaxName),
            CompanyName = WireText.Clip(request.Subject?.Company?.Name, MaxName),
        };
        return order.ToRequest() is { } read && read.Target.Number == number && read.CallerId == request.CallerId ? order : null;
    }

    /// <summary>Reads the request like a stranger's; null when it is none.</summary>
    public DialRequest? ToRequest()
    {
        if (CallId == Guid.Empty || Hops < 1 || !AreTimeouts(AcceptTimeout, DeviceTimeout, AnswerTimeout) || ReadTarget() is not { } target
            || WireText.Read(Mode, (DialMode)(-1)) is var mode && mode is < 0
            || (Device is not null && (Device.Length > MaxDevice || PlainText.Clean(Device) != Device))
            || Concerns?.Count > MaxConcerns)
            return null;

        PhoneNumber? caller = null;
        if (CallerId is not null && !PhoneNumber.TryParse(CallerId, out caller))
            return null;

        return new(target)
        {
            CallId = new(CallId),
            Mode = mode,
            Cause = WireText.Read(Cause, DialCause.Link),
            Concerns = [.. (Concerns ?? []).Select(static concern => WireText.Read(concern, DialConcern.Other))],
            DryRun = DryRun,
            Device = Device,
            CallerId = caller,
            Subject = ReadSubject(),
            AcceptTimeout = TimeSpan.FromMilliseconds(AcceptTimeout),
            DeviceTimeout = TimeSpan.FromMilliseconds(DeviceTimeout),
            AnswerTimeout = TimeSpan.FromMilliseconds(AnswerTimeout),
        };
    }

    /// <summary>Returns the type's name: the order is personal data.</summary>
    public override string ToString() => nameof(DialOrder);

    private static bool AreTimeouts(params ReadOnlySpan<long> milliseconds)
    {
        foreach (var one in milliseconds)
            if (one is < 1 or > int.MaxValue)
                return false;

        return true;
    }

    private TelephonyUri? ReadTarget()
    {
        var colon = Target.IndexOf(':', StringComparison.Ordinal);
        if (Target.Length > UriSyntax.MaxLength || colon < 0
            || UriText.FirstError(Target.AsSpan(colon + 1), 0).Kind is not ParseErrorKind.None
            || !TelephonyUri.TryParse(Target, out var target) || !target.IsUsable)
            return null;

        return PostDial is null ? target : WithPostDial(target, PostDial);
    }

    /// <summary>The reader of numbers says which keys may follow a number.</summary>
    private static TelUri? WithPostDial(TelephonyUri target, string keys) =>
        target is TelUri { Number: { PostDial: null } number } && PhoneNumber.TryParse(number.Digits + keys, out var read) && read.Digits == number.Digits && read.PostDial == keys
            ? new(new PhoneNumber(read.Text + (number.Extension is null ? "" : " x" + number.Extension), number.Digits, number.Extension, number.Subaddress, number.Context, keys))
            : null;

    private CallSubject? ReadSubject()
    {
        var (person, company) = (new SubjectPerson { Id = WireText.Clip(PersonId, MaxName), Name = WireText.Clip(PersonName, MaxName) }, new SubjectCompany { Id = WireText.Clip(CompanyId, MaxName), Name = WireText.Clip(CompanyName, MaxName) });
        var (hasPerson, hasCompany) = ((person.Id ?? person.Name) is not null, (company.Id ?? company.Name) is not null);
        return hasPerson || hasCompany ? new CallSubject { Person = hasPerson ? person : null, Company = hasCompany ? company : null } : null;
    }
}
