namespace PhoneLink.Tests.Platform;

/// <summary>An environment made of a dictionary; XDG directories lie under one root.</summary>
internal sealed class FakeEnvironment : ISystemEnvironment
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public FakeEnvironment()
    {
    }

    public FakeEnvironment(string root)
    {
        this["HOME"] = root;
        this["XDG_DATA_HOME"] = $"{root}/data";
        this["XDG_CONFIG_HOME"] = $"{root}/config";
        this["XDG_STATE_HOME"] = $"{root}/state";
        this["XDG_DATA_DIRS"] = $"{root}/sys1:{root}/sys2";
        this["XDG_CONFIG_DIRS"] = $"{root}/xdg1:{root}/xdg2";
        this["TMPDIR"] = $"{root}/tmp";
        this["PATH"] = $"{root}/bin:/usr/bin:/bin";
    }

    public uint? UserId { get; set; } = SystemEnvironment.Instance.UserId;

    public IReadOnlyDictionary<string, string> Variables => _variables;

    public string this[string name]
    {
        set => _variables[name] = value;
    }

    public string? GetVariable(string name) => _variables.GetValueOrDefault(name);

    public void Remove(string name) => _variables.Remove(name);
}
