namespace PhoneLink.Interop.Tools;

/// <summary>A table of cases that needs programs of the operating system; skipped, with their names, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = Tool.WhyNot(tools);
    }

    public IReadOnlyList<string> Tools { get; }
}
