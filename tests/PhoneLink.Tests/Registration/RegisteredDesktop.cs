using System.Runtime.Versioning;
using PhoneLink.Registration;
using PhoneLink.Registration.Freedesktop;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Registration;

/// <summary>A desktop with a telephone program on it, and a registrar.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class RegisteredDesktop : IDisposable
{
    public RegisteredDesktop(string program = "bin/phone")
    {
        Desktop.WithProgram(program);
        Program = Desktop[program];
        Registrar = RegistrarOn(PhysicalFileSystem.Instance);
    }

    public Desktop Desktop { get; } = new();

    public FakeProcessRunner Processes { get; } = new();

    public string Program { get; }

    public ProtocolRegistrar Registrar { get; }

    public ProtocolRegistration Wanted => new("domycall", "Contoso Phone", Program);

    public string Lists => Desktop["config/mimeapps.list"];

    public string Entry => Desktop["data/applications/phonelink-domycall.desktop"];

    public ProtocolRegistrar RegistrarOn(IFileSystem files, IProcessRunner? processes = null, TimeProvider? time = null) =>
        new(new FreedesktopPlatform(files, processes ?? Processes, Desktop.Environment), time ?? TimeProvider.System);

    public string Receipt => Desktop["state/phonelink/registrations/phonelink-domycall.json"];

    public Task<RegistrationReceipt> ApplyAsync(Func<ProtocolRegistration, ProtocolRegistration>? change = null) =>
        Registrar.ApplyAsync(Registrar.Plan(change is null ? Wanted : change(Wanted)));

    /// <summary>Everything below the root: directories, links, and files with mode and bytes.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() =>
        new DirectoryInfo(Desktop.Root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToDictionary(
            static info => info.FullName,
            static info => info switch
            {
                { LinkTarget: { } target } => $"link {target}",
                FileInfo => $"{info.UnixFileMode} {Convert.ToHexString(File.ReadAllBytes(info.FullName))}",
                _ => $"directory {info.UnixFileMode}",
            },
            StringComparer.Ordinal);

    public void Dispose() => Desktop.Dispose();
}
