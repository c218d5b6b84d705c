using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>Reads stored formats under one set of options and remembers what it read: thousands of users share a few formats.</summary>
/// <remarks>Thread-safe and bounded: when it is full it starts anew.</remarks>
internal sealed class FormatCache(PhoneLinkFormatOptions options)
{
    private const int Capacity = 1024;

    private volatile ConcurrentDictionary<string, Reading> _readings = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Gets which schemes and web hosts formats may have.</summary>
    public SchemePolicy Schemes { get; } = options.Schemes;

    public PreferenceParser<PhoneLinkFormat> FormatParser => field ??= TryParse;

    public PreferenceParser<SchemePolicy> HostsParser => field ??= AreHostsAllowed;

    /// <summary>Reads a format; with an error and a format, the error is what was repaired first.</summary>
    private bool TryParse(string text, [MaybeNullWhen(false)] out PhoneLinkFormat format, out ParseError error)
    {
        if (!_readings.TryGetValue(text, out var reading))
            reading = Remember(text, Read(text));

        (format, error) = (reading.Format, reading.Error);
        return format is not null;
    }

    /// <summary>Whether every web host of a stored list is allowed already; the list itself allows nothing.</summary>
    private bool AreHostsAllowed(string text, [MaybeNullWhen(false)] out SchemePolicy schemes, out ParseError error)
    {
        schemes = Schemes;
        error = default;
        if (Array.TrueForAll(HostList.Split(text), Schemes.AllowsHttpsHost))
            return true;

        error = new(ParseErrorKind.ForbiddenScheme, 0);
        return false;
    }

    private Reading Read(string text) =>
        PhoneLinkFormat.TryParse(text, options, out var format, out var error) ? new(format, format.Repairs.Count == 0 ? default : format.Repairs[0]) : new(null, error);

    private Reading Remember(string text, Reading reading)
    {
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            Interlocked.Exchange(ref _count, 1);
            _readings = new(StringComparer.Ordinal);
        }

        _readings[text] = reading;
        return reading;
    }

    private sealed record Reading(PhoneLinkFormat? Format, ParseError Error);
}
