namespace PhoneLink;

/// <summary>Collects what a lenient parser repairs; a strict parser may repair nothing.</summary>
/// <remarks>A bounded number of repairs is kept, so that hostile text costs no memory.</remarks>
internal struct RepairList(UriParsing parsing)
{
    private const int MaxRepairs = 16;

    private List<ParseError>? _repairs;

    public readonly bool IsStrict => parsing is UriParsing.Strict;

    /// <summary>Gets or sets where the part that is being parsed starts in the whole text.</summary>
    public int Offset { readonly get; set; }

    /// <summary>Notes a repair; <see langword="false"/> when the parser is strict and the text must be refused.</summary>
    public bool Allow(ParseErrorKind kind, int position)
    {
        if (IsStrict)
            return false;

        _repairs ??= [];
        if (_repairs.Count < MaxRepairs && (_repairs.Count == 0 || _repairs[_repairs.Count - 1].Kind != kind))
            _repairs.Add(new(kind, Offset + position));

        return true;
    }

    public readonly ParseError Error(ParseErrorKind kind, int position) => new(kind, Offset + position);

    /// <summary>Where the last repair of a kind is; -1 when there is none.</summary>
    public readonly int PositionOf(ParseErrorKind kind)
    {
        for (var i = (_repairs?.Count ?? 0) - 1; i >= 0; i--)
            if (_repairs![i].Kind == kind)
                return _repairs[i].Position;

        return -1;
    }

    public readonly IReadOnlyList<ParseError> ToList() => _repairs is null ? [] : _repairs.AsReadOnly();
}
