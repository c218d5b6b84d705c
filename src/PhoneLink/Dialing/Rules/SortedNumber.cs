namespace PhoneLink;

/// <summary>A number of which is known whether it leaves the own PBX.</summary>
/// <param name="Number">The number, without an outside line prefix that stood on file.</param>
/// <param name="Analysis">What it is.</param>
/// <param name="IsExternal">Whether it leaves.</param>
/// <param name="IsByLength">Whether nothing but its length says that it does not.</param>
internal readonly record struct SortedNumber(PhoneNumber Number, NumberAnalysis Analysis, bool IsExternal, bool IsByLength = false);
