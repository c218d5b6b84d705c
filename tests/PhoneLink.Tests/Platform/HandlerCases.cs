namespace PhoneLink.Tests.Platform;

/// <summary>One table for the unit tests and for the comparison with the real tools: setup, the answer of gio, the answer of xdg-mime.</summary>
/// <remarks>
/// <c>+path</c> is a desktop file for an existing program, <c>~</c> a new line, <c>|</c> the end of a file. The scheme is <c>zz</c>.
/// Answers measured with gio 2.74.6 and xdg-mime 1.1.3.
/// </remarks>
internal static class HandlerCases
{
    private const string Type = "x-scheme-handler/zz";
    private const string Apps = "+data/applications/a.desktop | +data/applications/b.desktop | +sys1/applications/s.desktop";

    public static TheoryData<string, string, string?, string?> All => new()
    {
        { "nothing at all", "", null, null },
        { "user default", $"{Apps} | config/mimeapps.list: [Default Applications]~{Type}=a.desktop;", "a", "a" },
        { "user before system configuration", $"{Apps} | config/mimeapps.list: [Default Applications]~{Type}=a.desktop | xdg1/mimeapps.list: [Default Applications]~{Type}=b.desktop", "a", "a" },
        { "first system configuration directory wins", $"{Apps} | xdg1/mimeapps.list: [Default Applications]~{Type}=b.desktop | xdg2/mimeapps.list: [Default Applications]~{Type}=a.desktop", "b", "b" },
        { "desktop list before user list", $"{Apps} | XDG_CURRENT_DESKTOP: ubuntu:GNOME | config/gnome-mimeapps.list: [Default Applications]~{Type}=b.desktop | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "b", "b" },
        { "list of another desktop", $"{Apps} | XDG_CURRENT_DESKTOP: XFCE | config/gnome-mimeapps.list: [Default Applications]~{Type}=b.desktop | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "user list before system desktop list", $"{Apps} | XDG_CURRENT_DESKTOP: GNOME | xdg1/gnome-mimeapps.list: [Default Applications]~{Type}=b.desktop | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "configuration before data directories", $"{Apps} | xdg1/mimeapps.list: [Default Applications]~{Type}=b.desktop | data/applications/mimeapps.list: [Default Applications]~{Type}=a.desktop", "b", "b" },
        { "deprecated user data list", $"{Apps} | data/applications/mimeapps.list: [Default Applications]~{Type}=a.desktop | sys1/applications/mimeapps.list: [Default Applications]~{Type}=s.desktop", "a", "a" },
        { "system data list", $"{Apps} | sys1/applications/mimeapps.list: [Default Applications]~{Type}=s.desktop", "s", "s" },
        { "missing program first in a list", $"{Apps} | config/mimeapps.list: [Default Applications]~{Type}=missing.desktop;b.desktop; | xdg1/mimeapps.list: [Default Applications]~{Type}=s.desktop", "b", "s" },
        { "only a missing program", $"{Apps} | config/mimeapps.list: [Default Applications]~{Type}=missing.desktop; | xdg1/mimeapps.list: [Default Applications]~{Type}=s.desktop", "s", "s" },
        { "added association only", $"{Apps} | config/mimeapps.list: [Added Associations]~{Type}=b.desktop;", "b", null },
        { "default before added association", $"{Apps} | config/mimeapps.list: [Added Associations]~{Type}=b.desktop;~[Default Applications]~{Type}=a.desktop;", "a", "a" },
        { "added association in a desktop list", $"{Apps} | XDG_CURRENT_DESKTOP: GNOME | config/gnome-mimeapps.list: [Added Associations]~{Type}=b.desktop;", null, null },
        { "cache", $"{Apps} | data/applications/mimeinfo.cache: [MIME Cache]~{Type}=b.desktop;a.desktop;", "b", "b" },
        { "removed association of a cached one", $"{Apps} | data/applications/mimeinfo.cache: [MIME Cache]~{Type}=b.desktop;a.desktop; | config/mimeapps.list: [Removed Associations]~{Type}=b.desktop;", "a", "b" },
        { "removed association of the default", $"{Apps} | config/mimeapps.list: [Default Applications]~{Type}=a.desktop~[Removed Associations]~{Type}=a.desktop;", "a", "a" },
        { "removed in one directory, added in the same", $"{Apps} | config/mimeapps.list: [Added Associations]~{Type}=a.desktop~[Removed Associations]~{Type}=a.desktop;", "a", null },
        { "removed before, added after", $"{Apps} | config/mimeapps.list: [Removed Associations]~{Type}=a.desktop; | xdg1/mimeapps.list: [Added Associations]~{Type}=a.desktop;b.desktop", "b", null },
        { "cached entry of a masked file", $"+data/applications/s.desktop | +sys1/applications/s.desktop | +sys1/applications/t.desktop | sys1/applications/mimeinfo.cache: [MIME Cache]~{Type}=s.desktop;t.desktop;", "t", "s" },
        { "defaults.list of a data directory", $"{Apps} | sys1/applications/defaults.list: [Default Applications]~{Type}=s.desktop", "s", "s" },
        { "no cache, only MimeType", $"+data/applications/a.desktop: MimeType={Type};", null, "a" },
        { "no cache, MimeType without the last semicolon", $"+data/applications/a.desktop: MimeType={Type}", null, null },
        { "id of a subdirectory", $"+data/applications/kde/foo.desktop | config/mimeapps.list: [Default Applications]~{Type}=kde-foo.desktop", "kde-foo", "kde-foo" },
        { "TryExec that is missing", $"+data/applications/a.desktop: TryExec=/nowhere/x | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, "a" },
        { "TryExec on PATH", $"!bin/tried | +data/applications/a.desktop: TryExec=tried | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "Exec that is missing", $"data/applications/a.desktop: [Desktop Entry]~Type=Application~Name=A~Exec=/nowhere/x %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, null },
        { "Exec that is not executable", $"data/x: x | data/applications/a.desktop: [Desktop Entry]~Type=Application~Name=A~Exec=ROOT/data/x %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, null },
        { "Exec by name", $"!bin/x | data/applications/a.desktop: [Desktop Entry]~Type=Application~Name=A~Exec=x %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "Exec with quotes", $"!bin/x | data/applications/a.desktop: [Desktop Entry]~Type=Application~Name=A~Exec=\"ROOT/bin/x\" %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", null },
        { "open quote in Exec", $"data/applications/a.desktop: [Desktop Entry]~Type=Application~Name=A~Exec=/bin/true \"%u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, "a" },
        { "hidden default", $"+data/applications/a.desktop: Hidden=true | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "not displayed default", $"+data/applications/a.desktop: NoDisplay=true~OnlyShowIn=KDE; | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "no type", $"data/applications/a.desktop: [Desktop Entry]~Name=A~Exec=/bin/true %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, "a" },
        { "another group first", $"data/applications/a.desktop: [X]~y=z~[Desktop Entry]~Type=Application~Name=A~Exec=/bin/true %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, "a" },
        { "a broken user file falls through to the system's", $"data/applications/s.desktop: [Desktop Entry]~Name=A | +sys1/applications/s.desktop | config/mimeapps.list: [Default Applications]~{Type}=s.desktop", "s", null },
        { "list with a line of garbage", $"{Apps} | config/mimeapps.list: garbage~[Default Applications]~{Type}=a.desktop", null, "a" },
        { "line separator of Unicode in a value", $"+data/applications/a.desktop: X-Note=one\u2028Exec=/nowhere/x %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "form feed in a value", $"+data/applications/a.desktop: X-Note=one\ftwo | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "lone carriage return in a value", $"+data/applications/a.desktop: X-Note=one\rExec=/nowhere/x %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "space behind a value", $"data/applications/a.desktop: [Desktop Entry]~Type=Application ~Name=A~Exec=/bin/true %u | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, "a" },
        { "malformed key", $"+data/applications/a.desktop: X-Note[=1 | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, "a" },
        { "malformed group", $"+data/applications/a.desktop: [a[b] | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", null, "a" },
        { "spaces around the key", $"{Apps} | config/mimeapps.list: [Default Applications]~ {Type} = a.desktop", "a", null },
        { "duplicate groups", $"{Apps} | config/mimeapps.list: [Default Applications]~{Type}=a.desktop~[X]~a=b~[Default Applications]~{Type}=b.desktop", "b", "a" },
        { "default that claims another type", $"+data/applications/a.desktop: MimeType=x-scheme-handler/other; | config/mimeapps.list: [Default Applications]~{Type}=a.desktop", "a", "a" },
        { "empty value", $"{Apps} | config/mimeapps.list: [Default Applications]~{Type}= | xdg1/mimeapps.list: [Default Applications]~{Type}=s.desktop", "s", "s" },
    };
}
