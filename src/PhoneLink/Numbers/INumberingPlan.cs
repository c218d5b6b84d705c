namespace PhoneLink;

/// <summary>Knows the numbers of the world's countries: what <c>22 51 70 00</c> is when it is dialled in Norway.</summary>
/// <remarks>
/// Implementations are thread-safe and never throw for any number or region; a region that they do not know is as good as none. A short code
/// or emergency number never becomes a global number, and neither does a number in the context of a domain.
/// </remarks>
public interface INumberingPlan
{
    /// <summary>Tells what a number is.</summary>
    /// <param name="number">The number.</param>
    /// <param name="region">The region in which it would be dialled as it is, or <see langword="null"/> when it is not known.</param>
    /// <returns>The analysis; of a number that the plan does not understand, the number itself and <see cref="NumberKind.Unknown"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    NumberAnalysis Analyze(PhoneNumber number, string? region = null);

    /// <summary>Finds how the numbers of a region are dialled.</summary>
    /// <param name="region">The region, in letters of any case.</param>
    /// <returns>The region, or <see langword="null"/> when the plan does not know it.</returns>
    NumberingRegion? FindRegion(string region);
}
