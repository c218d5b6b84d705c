using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The netstandard2.0 build in a program for .NET Framework, under the runtime that there is here for it.</summary>
public sealed class Net48Tests
{
    [ToolFact(Tool.Mono, "sh")]
    [Requirement("COMPAT-1")]
    public async Task A_program_for_NET_Framework_does_each_part_of_the_library_once()
    {
        using var directory = new TemporaryDirectory();
        var variables = new Dictionary<string, string?> { ["MONO_PATH"] = Tool.MonoFacades };

        var (code, output, errors) = await Sample.RunAsync(Tool.Path(Tool.Mono), [Sample.Net48, directory.Path], variables);

        code.Should().Be(0, errors);
        output.Should().Be("""
            number: +4722517000, 12
            no number: False
            same call: True, False
            sip: kari, pbx.example.com, 5061, True
            masked: tel:+*********23
            expanded: domycall:+4722517000?name=Kari%20Nordmann&company=Bakke%20%26%20S%C3%B8nn
            taken apart: +4722517000, Kari Nordmann
            rehearsed: 022517000
            format of kari: domycall:%p?name=<attn>&company=<name>
            format of others: callto:%p
            dialled: Accepted
            double click: Duplicate
            from a link: Declined
            call forwarding: Blocked
            event: Ended (Busy, 486)
            the same id, another journal: Duplicate
            an intent without outcome: InDoubt
            left: +4722517000
            program: Ambiguous, 7
            no program: NotDispatched
            link: tel:+4722517000
            post: Accepted, 202, 1 request
            get: Accepted, 200, 1 request
            refused: NotDispatched, 404, 1 request
            redirected: Ambiguous, 307, 1 request
            closed: Ambiguous, , 1 request
            nobody there: NotDispatched

            """);
    }
}
