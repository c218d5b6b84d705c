namespace PhoneLink.Benchmarks;

/// <summary>A directory for files that are measured, gone afterwards.</summary>
/// <param name="parent">Where it is made: how long the disk takes is that of its file system.</param>
internal sealed class ScratchDirectory(string parent) : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"phonelink-{Guid.NewGuid():N}")).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
