namespace PhoneLink;

/// <summary>Tells calls for help: what the numbering plan of the region knows, and a floor without one.</summary>
internal static class EmergencyCall
{
    public static bool Is(DialRequest request) =>
        request.Analysis is { Canonical.IsGlobal: false, Kind: NumberKind.Emergency }
        || ((request.Analysis?.Canonical ?? request.Target.Number) is { } number && EmergencyNumbers.Contains(number));
}
