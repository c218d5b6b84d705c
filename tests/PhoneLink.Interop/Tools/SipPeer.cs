using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>The called party: SIPp on loopback, which does one thing with each call and notes all that it hears; gone after five minutes, whoever forgets it.</summary>
internal sealed class SipPeer : IDisposable
{
    private readonly TemporaryDirectory _home = new();
    private readonly Process _process;

    private SipPeer(string scenario)
    {
        Port = FreeUdpPort();
        _process = Process.Start(new ProcessStartInfo(
            Tool.Path("sipp"),
            [
                "-sf", _home.Write("scenario.xml", $"""<?xml version="1.0" encoding="ISO-8859-1" ?><scenario name="peer">{scenario}</scenario>"""),
                "-i", "127.0.0.1", "-p", $"{Port}", "-nostdin", "-timeout", "300s", "-trace_msg", "-message_file", _home["messages.log"],
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _home.Path,
        })!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var i = 0; i < 200 && !IsBound(Port); i++)
            Thread.Sleep(25);
    }

    public int Port { get; }

    public string Domain => $"127.0.0.1:{Port}";

    /// <summary>Rings and answers; the caller ends the call.</summary>
    public static SipPeer Answers() => new(Invited + Rings + Picks + """<recv request="ACK"/><recv request="BYE"/>""" + Sends("200 OK"));

    /// <summary>Rings, answers, and hangs up after a moment.</summary>
    public static SipPeer HangsUp() => new(
        """
        <recv request="INVITE"><action>
          <ereg regexp=".*" search_in="hdr" header="From:" assign_to="1"/>
          <ereg regexp="sip:[^>]*" search_in="hdr" header="Contact:" assign_to="2"/>
        </action></recv>
        """
        + Rings + Picks + """<recv request="ACK"/><pause milliseconds="200"/>""" + Bye + """<recv response="200"/>""");

    /// <summary>Rings and refuses.</summary>
    public static SipPeer Refuses(string status) =>
        new(Invited + Rings + """<pause milliseconds="100"/>""" + Sends(status, retransmits: true) + """<recv request="ACK"/>""");

    /// <summary>Rings until the caller gives up.</summary>
    public static SipPeer RingsOn() => new(
        """<recv request="INVITE"><action><ereg regexp=".*" search_in="hdr" header="CSeq:" assign_to="1"/></action></recv>"""
        + Rings + """<recv request="CANCEL"/>""" + Sends("200 OK") + Sends("487 Request Terminated", "CSeq:[$1]", retransmits: true) + """<recv request="ACK"/>""");

    /// <summary>Gets the requests that were heard, each once: what was sent again has the same branch (RFC 3261 §17.1.1.3).</summary>
    public IReadOnlyList<SipRequest> Requests =>
        File.Exists(_home["messages.log"]) ? [.. SipRequest.ReadAll(Read(_home["messages.log"])).DistinctBy(static request => (request.Method, request.Branch))] : [];

    public IReadOnlyList<SipRequest> Invites => [.. Requests.Where(static request => request.Method == "INVITE")];

    public async Task<SipRequest> WaitForAsync(string method)
    {
        for (var i = 0; i < 200; i++)
        {
            if (Requests.FirstOrDefault(request => request.Method == method) is { } found)
                return found;

            await Task.Delay(25);
        }

        throw new InvalidOperationException($"No {method} came; heard: {string.Join(", ", Requests.Select(static request => request.Method))}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();

        _process.WaitForExit();
        _process.Dispose();
        _home.Dispose();
    }

    private const string Invited = """<recv request="INVITE"/>""";

    private const string Description = """
        v=0
        o=peer 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio 9 RTP/AVP 0
        a=rtpmap:0 PCMU/8000

        """;

    private static readonly string Rings = Sends("180 Ringing");

    private static readonly string Picks = Sends("200 OK", more: "Contact: <sip:[local_ip]:[local_port]>\nContent-Type: application/sdp\n", body: Description, retransmits: true);

    private const string Bye = """
        <send retrans="500"><![CDATA[

        BYE [$2] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
        From: <sip:peer@[local_ip]>;tag=[pid]peer[call_number]
        To:[$1]
        Call-ID: [call_id]
        CSeq: 1 BYE
        Max-Forwards: 70
        Content-Length: 0

        ]]></send>
        """;

    private static string Sends(string status, string sequence = "[last_CSeq:]", string more = "", string body = "", bool retransmits = false) =>
        $"""
        <send{(retransmits ? " retrans=\"500\"" : "")}><![CDATA[

        SIP/2.0 {status}
        [last_Via:]
        [last_From:]
        [last_To:];tag=[pid]peer[call_number]
        [last_Call-ID:]
        {sequence}
        {more}Content-Length: {(body.Length == 0 ? "0" : "[len]")}

        {body}]]></send>
        """;

    private static int FreeUdpPort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }

    private static bool IsBound(int port) =>
        System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners().Any(endpoint => endpoint.Port == port);

    private static string Read(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
