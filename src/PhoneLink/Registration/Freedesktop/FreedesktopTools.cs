using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>The seams that the freedesktop registration works through.</summary>
internal sealed record FreedesktopTools(IFileSystem Files, IProcessRunner Processes, ISystemEnvironment Environment)
{
    private const string CacheTool = "update-desktop-database";

    public Xdg Xdg { get; } = new(Environment);

    public HandlerResolver Resolver { get; } = new(Files, Environment);

    /// <summary>Notes the directories that a file needs and that are not there, the outermost first.</summary>
    public IReadOnlyList<DirectoryCreated> MissingDirectories(string path)
    {
        var missing = new Stack<DirectoryCreated>();
        for (var current = Path.GetDirectoryName(path); current is not null && Files.GetKind(current) is PathKind.Nothing; current = Path.GetDirectoryName(current))
            missing.Push(new(current));

        return [.. missing];
    }

    /// <summary>Finds the tool that makes mimeinfo.cache; null when it is not installed, which is no error.</summary>
    public string? FindCacheTool() => ExecutableSearch.Find(CacheTool, Files, Environment);

    /// <summary>Makes mimeinfo.cache anew; its failure is none of the registration, which works without the cache.</summary>
    public Task RefreshCacheAsync(string tool, string applications) =>
        Processes.RunAsync(new(tool, ["-q", applications]), CancellationToken.None);
}
