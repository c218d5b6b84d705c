namespace PhoneLink;

/// <summary>What a hole took of a link; <c>default</c> is an empty run at the start.</summary>
internal readonly record struct LinkRun(int Start, int Length)
{
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> link) => link.Slice(Start, Length);
}
