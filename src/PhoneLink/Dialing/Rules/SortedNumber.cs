namespace PhoneLink;

/// <summary>A number of which is known whether it leaves the own PBX.</summary>
internal readonly record struct SortedNumber(PhoneNumber Number, NumberAnalysis Analysis, bool IsExternal);
