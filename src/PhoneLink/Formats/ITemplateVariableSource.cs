namespace PhoneLink;

/// <summary>Supplies the values of a format's variables.</summary>
public interface ITemplateVariableSource
{
    /// <summary>Gets the value of a variable.</summary>
    /// <param name="name">The name as the format has it, without brackets: <c>attn</c>.</param>
    /// <returns>The value, or <see langword="null"/> when there is none; a link has nothing in its place then.</returns>
    string? GetValue(string name);
}
