using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>samples/PhoneLink.Admin as one file for this Linux, published when the first test asks for it.</summary>
public sealed class AdminProgram : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Lazy<Task<string>> _published;

    public AdminProgram() => _published = new(PublishAsync);

    /// <summary>Gets the program's path.</summary>
    public Task<string> Path => _published.Value;

    /// <summary>Gets the files that publishing has made.</summary>
    public IEnumerable<string?> Files => Directory.EnumerateFileSystemEntries(_directory["admin"]).Select(System.IO.Path.GetFileName);

    public void Dispose() => _directory.Dispose();

    private async Task<string> PublishAsync()
    {
        await Dotnet.RunAsync(
            "publish", System.IO.Path.Combine(Sample.Root, "samples", "PhoneLink.Admin"), "-c", "Release", "-r", "linux-x64", "--artifacts-path", _directory["build"], "-o", _directory["admin"], "-p:RunAnalyzers=false");
        return _directory["admin/phonelink-admin"];
    }
}
