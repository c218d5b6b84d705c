namespace PhoneLink;

/// <summary>The point of no return of one call: set once, shared by all copies of its request.</summary>
/// <remarks>All marks are equal, so that a mark does not count in the equality of requests.</remarks>
internal sealed class DispatchMark : IEquatable<DispatchMark>
{
    private volatile bool _isSet;

    public bool IsSet => _isSet;

    public void Set() => _isSet = true;

    public bool Equals(DispatchMark? other) => other is not null;

    public override bool Equals(object? obj) => obj is DispatchMark;

    public override int GetHashCode() => 0;
}
