namespace PhoneLink.Tests.Preferences.Files;

/// <summary>A test that gives a file to another user, which only root may.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = SystemEnvironment.Instance.UserId == 0 ? null : "needs root";
}
