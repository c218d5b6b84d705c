using System.Diagnostics;
using System.Runtime.Versioning;

namespace PhoneLink.Interop.Tools;

/// <summary>A private session bus with one service that takes a link by <c>org.freedesktop.Application.Open</c> and then misbehaves.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SessionBus : IDisposable
{
    public const string ServiceId = "com.example.Phone";

    private readonly Process _daemon;

    /// <param name="desk">The desktop whose programs see the bus.</param>
    /// <param name="then">What the service does after it noted the link, in Python.</param>
    public SessionBus(Desk desk, string then)
    {
        var service = desk.WriteProgram("bin/service.py", $"""
            #!/usr/bin/python3
            import os, sys, time, dbus, dbus.service, dbus.mainloop.glib
            from gi.repository import GLib
            open("{desk["run/service.pid"]}", "a").write(str(os.getpid()) + "\n")
            dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
            class Application(dbus.service.Object):
                @dbus.service.method("org.freedesktop.Application", in_signature="asa{"{"}sv{"}"}", out_signature="")
                def Open(self, uris, data):
                    open("{desk["run/service.log"]}", "a").write("\n".join(uris) + "\n")
                    {then}
            bus = dbus.SessionBus()
            name = dbus.service.BusName("{ServiceId}", bus)
            application = Application(bus, "/com/example/Phone")
            GLib.MainLoop().run()
            """);
        desk.Write($"data/dbus-1/services/{ServiceId}.service", $"[D-BUS Service]\nName={ServiceId}\nExec={service}\n");
        var address = $"unix:path={desk["bus"]}";
        var config = desk.Write("bus.conf", $"""
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>{address}</listen>
              <servicedir>{desk["data/dbus-1/services"]}</servicedir>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """);
        var start = new ProcessStartInfo(Tool.Path("dbus-daemon"), ["--config-file=" + config, "--nofork"]);
        start.Environment["HOME"] = desk["."];
        _daemon = Process.Start(start)!;
        desk.Environment["DBUS_SESSION_BUS_ADDRESS"] = address;
        for (var i = 0; i < 100 && !File.Exists(desk["bus"]); i++)
            Thread.Sleep(50);
    }

    public void Dispose()
    {
        _daemon.Kill();
        _daemon.WaitForExit();
        _daemon.Dispose();
    }
}
