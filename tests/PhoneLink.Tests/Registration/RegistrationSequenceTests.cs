using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using PhoneLink.Registration;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Registration;

/// <summary>Whatever is done to two registrations, and by others in between, at the end there is what was before and what others did.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationSequenceTests
{
    private static readonly string[] Schemes = ["domycall", "callto"];

    private static readonly string?[] Lists =
    [
        null, "", "# mine\n", "[Default Applications]\n", "# mine\n\n[Added Associations]\ntext/plain=a.desktop\n", "[Default Applications]\r\nx-scheme-handler/tel=a.desktop;\r\n",
        "[Default Applications]\nx-scheme-handler/domycall=other.desktop\n[Removed Associations]\n", "[Default Applications]\nx-scheme-handler/callto=other.desktop;more.desktop;\nx-scheme-handler/domycall=other.desktop;\n",
    ];

    private enum What
    {
        Apply,
        Unregister,
        RevertFirst,
        RevertLast,
        Repair,
        ForeignGroup,
        ForeignComment,
        ForeignFirst,
        ForeignRemoval,
        ForeignFile,
        ForeignDeletion,
        ForeignCleaning,
    }

    private static readonly Gen<(What What, int Which)> Step = Gen.Select(Gen.Int[0, (int)What.ForeignCleaning].Select(static i => (What)i), Gen.Int[0, 1]);

    [Fact]
    [Requirement("REG-34")]
    public async Task A_thousand_sequences_leave_what_was_before_and_what_others_did() =>
        await Gen.Select(Gen.Int[0, Lists.Length - 1], Gen.Bool, Step.Array[1, 7]).SampleAsync(
            static async (list, hasApplications, steps) =>
            {
                using var desktop = new RegisteredDesktop();
                using var control = new TemporaryDirectory();
                if (Lists[list] is { } text)
                    DoBoth(desktop, control, root => Write(root, "config/mimeapps.list", text));

                if (hasApplications)
                    DoBoth(desktop, control, static root => Write(root, "data/applications/a.desktop", "[Desktop Entry]\n"));

                var registrar = desktop.RegistrarOn(new FaultyFileSystem { Replace = ReplaceQuickly });
                var receipts = new List<RegistrationReceipt>();
                for (var i = 0; i < steps.Length; i++)
                    await TakeAsync(desktop, control, registrar, receipts, steps[i], i);

                foreach (var scheme in Schemes)
                    await registrar.UnregisterAsync(Of(desktop, scheme));

                DoBoth(desktop, control, static root => Directory.CreateDirectory(Path.Combine(root, "bin")));
                File.Copy(desktop.Program, control["bin/phone"]);
                return Files(desktop.Desktop.Root).SequenceEqual(Files(control.Path)) && Directories(desktop.Desktop.Root).All(Directories(control.Path).Contains);
            },
            iter: 1000);

    private static async Task TakeAsync(RegisteredDesktop desktop, TemporaryDirectory control, ProtocolRegistrar registrar, List<RegistrationReceipt> receipts, (What What, int Which) step, int number)
    {
        var wanted = Of(desktop, Schemes[step.Which]);
        switch (step.What)
        {
            case What.Apply:
                receipts.Add(await registrar.ApplyAsync(registrar.Plan(wanted)));
                break;
            case What.Unregister:
                await registrar.UnregisterAsync(wanted);
                break;
            case What.RevertFirst when receipts.Count > 0:
                await registrar.RevertAsync(receipts[0]);
                break;
            case What.RevertLast when receipts.Count > 0:
                await registrar.RevertAsync(receipts[^1]);
                break;
            case What.Repair:
                await registrar.RepairAsync(wanted);
                break;
            case What.ForeignCleaning:
                PhysicalFileSystem.Instance.DeleteFile(desktop.Desktop[$"data/applications/phonelink-{wanted.Scheme}.desktop"]);
                break;
            default:
                DoBoth(desktop, control, root => ActAsOther(root, step.What, number.ToString(CultureInfo.InvariantCulture)));
                break;
        }
    }

    /// <summary>What another program does, in either tree: all of it in lines of its own, or in front of a line that is there.</summary>
    private static void ActAsOther(string root, What what, string number)
    {
        var list = File.Exists(Path.Combine(root, "config/mimeapps.list")) ? Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(root, "config/mimeapps.list"))) : "";
        switch (what)
        {
            case What.ForeignGroup:
                Write(root, "config/mimeapps.list", $"{list}[Foreign {number}]\nx=y.desktop\n");
                break;
            case What.ForeignComment:
                Write(root, "config/mimeapps.list", $"# foreign {number}\n{list}");
                break;
            case What.ForeignFirst when list.Contains("other.desktop", StringComparison.Ordinal):
                Write(root, "config/mimeapps.list", list.Replace("other.desktop", $"foreign{number}.desktop;other.desktop", StringComparison.Ordinal));
                break;
            case What.ForeignRemoval when list.Contains("# mine\n", StringComparison.Ordinal) || list.Contains("text/plain", StringComparison.Ordinal):
                Write(root, "config/mimeapps.list", list.Replace("# mine\n", "", StringComparison.Ordinal).Replace("text/plain=a.desktop\n", "", StringComparison.Ordinal));
                break;
            case What.ForeignFile:
                Write(root, "data/applications/foreign.desktop", $"[Desktop Entry]\nType=Application\nName={number}\nExec=/bin/true\n");
                break;
            case What.ForeignDeletion:
                PhysicalFileSystem.Instance.DeleteFile(Path.Combine(root, "data/applications/foreign.desktop"));
                break;
        }
    }

    /// <summary>As the file system does, but nothing is flushed to the disk, which is what takes the time.</summary>
    private static FileChange ReplaceQuickly(string path, byte[]? expected, byte[] contents)
    {
        if (AtomicFile.Compare(path, expected) is not FileChange.Done and var change)
            return change;

        File.WriteAllBytes(path, contents);
        return FileChange.Done;
    }

    private static ProtocolRegistration Of(RegisteredDesktop desktop, string scheme) => desktop.Wanted with { Scheme = scheme };

    private static void DoBoth(RegisteredDesktop desktop, TemporaryDirectory control, Action<string> act)
    {
        act(desktop.Desktop.Root);
        act(control.Path);
    }

    private static void Write(string root, string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, relative))!);
        File.WriteAllText(Path.Combine(root, relative), text);
    }

    private static IEnumerable<string> Files(string root) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => $"{Path.GetRelativePath(root, path)} {File.ReadAllText(path)}").Order(StringComparer.Ordinal);

    /// <summary>A program that empties a directory that we had made leaves none in our tree: there may be fewer, not more.</summary>
    private static HashSet<string> Directories(string root) =>
        [.. Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path))];
}
