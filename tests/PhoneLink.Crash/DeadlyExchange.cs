namespace PhoneLink.Crash;

/// <summary>Exchanges files, and dies before or after one of the exchanges.</summary>
/// <param name="deathAt">2n-1 is before the n-th exchange, 2n after it; 0 is never.</param>
/// <param name="list">The file whose exchanges count, and which another program writes before each first one of two; null for all files and no such program.</param>
internal sealed class DeadlyExchange(int deathAt, string? list)
{
    private int _count;

    public bool Exchange(string temporary, string path)
    {
        if (list is not null && path != list)
            return LibC.Exchange(temporary, path);

        _count++;
        if (list is not null && _count % 2 == 1)
            ForeignWriter.AddLine(list, (_count + 1) / 2);

        if (deathAt == (2 * _count) - 1)
            throw Death.Now();

        var result = LibC.Exchange(temporary, path);
        return deathAt == 2 * _count ? throw Death.Now() : result;
    }
}
