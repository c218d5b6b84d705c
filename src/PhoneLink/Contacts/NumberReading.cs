namespace PhoneLink;

/// <summary>What a text was read into, so that a list of thousands is read once; the default was not read yet.</summary>
/// <remarks>
/// All are equal, so that it does not count in the equality of entries. Thread-safe: two threads may read the same text, to the same end.
/// </remarks>
internal struct NumberReading : IEquatable<NumberReading>
{
    private static readonly object Nothing = new();

    private object? _result;

    public PhoneNumber? Read(string text)
    {
        var result = Volatile.Read(ref _result);
        if (result is null)
        {
            result = PhoneNumber.TryParse(text, out var number) ? number : Nothing;
            Volatile.Write(ref _result, result);
        }

        return result as PhoneNumber;
    }

    public readonly bool Equals(NumberReading other) => true;

    public override readonly bool Equals(object? obj) => obj is NumberReading;

    public override readonly int GetHashCode() => 0;
}
