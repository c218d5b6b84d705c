namespace PhoneLink.Tests;

/// <summary>Names the requirement of docs/requirements.md that a test shows to hold.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
