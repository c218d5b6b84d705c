namespace PhoneLink.Tests.Formats;

internal sealed class Values(params (string Name, string? Value)[] values) : ITemplateVariableSource
{
    public string? GetValue(string name) => values.FirstOrDefault(v => v.Name == name).Value;
}
