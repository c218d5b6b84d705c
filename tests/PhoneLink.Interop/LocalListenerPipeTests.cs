using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>Two processes under Wine, of which one dials by the other over a named pipe.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LocalListenerPipeTests(Wine wine) : IClassFixture<Wine>
{
    [ToolFact("wine", "wineserver")]
    [Requirement("PROV-58")]
    public async Task Calls_go_by_a_pipe_too()
    {
        Directory.CreateDirectory(wine["calls"]);

        (await wine.RunAsync("local-calls", wine.Path("calls"))).Should().Equal(
            "before: NotDispatched (NotRunning)",
            "dialled: 20, 20",
            "again: Duplicate (Repeated), repeated",
            "hung up: Ended, Ended",
            "status: Ready",
            "killed: Ended (Unknown), NotDispatched (NotRunning)");
    }
}
