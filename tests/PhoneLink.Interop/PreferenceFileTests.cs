using System.Diagnostics;
using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>A preference file that several processes write at once.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PreferenceFileTests : IDisposable
{
    private const int Writers = 4;
    private const int Writes = 25;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [ToolFact]
    [Requirement("PREF-45")]
    public async Task Whatever_a_process_was_told_is_written_stays_also_when_one_is_killed()
    {
        var path = _directory["phone.json"];
        var writers = Enumerable.Range(0, Writers).Select(writer => Start(path, writer)).ToList();
        var killed = writers[0];
        var acknowledged = writers.Select(static _ => new List<string>()).ToList();
        await Task.WhenAll(writers.Select((writer, i) => Task.Run(async () =>
        {
            while (await writer.StandardOutput.ReadLineAsync() is { } line)
            {
                acknowledged[i].Add(line);
                if (writer == killed && acknowledged[i].Count == Writes / 2)
                    writer.Kill();
            }

            await writer.WaitForExitAsync();
        })));

        var file = new JsonPreferenceFile(path);
        for (var i = 0; i < Writers; i++)
        {
            var user = $"{i}";
            var keys = (await file.GetAsync(new() { User = user })).Select(static entry => entry.Key).ToList();
            keys.Should().Contain(acknowledged[i]);
            if (writers[i] != killed)
                keys.Should().HaveCount(Writes);

            writers[i].Dispose();
        }

        file.Status.Should().Be(PreferenceFileStatus.Read);
    }

    private static Process Start(string path, int writer) => Process.Start(new ProcessStartInfo(Sample.Forwarder, ["write", path, $"{writer}", $"{Writes}"]) { RedirectStandardOutput = true })!;
}
