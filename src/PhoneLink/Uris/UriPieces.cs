namespace PhoneLink;

/// <summary>Splits a list of a link, such as <c>a=1;b</c>, at its separators; an empty text is one empty piece. For <c>foreach</c>.</summary>
/// <param name="text">The list, without what starts it.</param>
/// <param name="separator">What stands between two pieces.</param>
/// <param name="position">Where the list starts.</param>
internal ref struct UriPieces(ReadOnlySpan<char> text, char separator, int position)
{
    private ReadOnlySpan<char> _rest = text;
    private int _next = position;
    private bool _isAtEnd;

    /// <summary>Gets the piece.</summary>
    public Piece Current { get; private set; }

    public readonly UriPieces GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isAtEnd)
            return false;

        var end = _rest.IndexOf(separator);
        _isAtEnd = end < 0;
        Current = new(_isAtEnd ? _rest : _rest.Slice(0, end), _next);
        _rest = _isAtEnd ? default : _rest.Slice(end + 1);
        _next += end + 1;
        return true;
    }

    /// <summary>One piece.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="position">Where it starts.</param>
    internal readonly ref struct Piece(ReadOnlySpan<char> text, int position)
    {
        public ReadOnlySpan<char> Text { get; } = text;

        public int Position { get; } = position;
    }
}
