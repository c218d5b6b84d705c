namespace PhoneLink;

/// <summary>The deny-list, as data: schemes that run code, read files, reach other machines or drive other programs.</summary>
/// <remarks>
/// Sources: Chromium's <c>kDeniedSchemes</c>, Firefox's <c>network.protocol-handler.external.*=false</c> preferences, and what
/// later incidents added (Follina CVE-2022-30190, MonikerLink CVE-2024-21413, MS10-007); see docs/schemes.md.
/// </remarks>
internal static class DeniedSchemes
{
    /// <summary>Families: every scheme that starts so.</summary>
    private static readonly string[] Prefixes = ["ms-", "search-", "chrome", "vscode", "itms", "x-apple", "microsoft-edge"];

    /// <summary>What belongs to a family by its name alone: Skype for Business on telephones, which calls and does nothing else.</summary>
    private static readonly HashSet<string> Exceptions = new(StringComparer.OrdinalIgnoreCase) { "ms-sfb" };

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // Chromium
        "afp", "data", "disk", "disks", "file", "hcp", "ie.http", "javascript", "mk", "nntp", "res", "shell", "vbscript",
        "view-source", "vnd.ms.radio",
        // Firefox
        "iehistory", "ierss", "help", "moz-icon", "search",
        "ttp", "htp", "ttps", "tps", "ps", "htps", "ile", "le",
        // The browser's inside
        "about", "blob", "cid", "filesystem", "jar", "feed", "intent", "content", "livescript", "mocha",
        // Other machines' files and shells
        "ftp", "ftps", "sftp", "ssh", "telnet", "smb", "nfs", "cifs", "dav", "davs", "webdav", "webdavs", "ldap", "ldaps", "gopher", "rdp",
        "tftp", "rlogin", "tn3270",
        // Windows' own doors
        "appinstaller", "wscript", "sysdm", "prefs", "mhtml", "local", "hta", "windowsdefender", "x-ms-webview",
        // Not for calls: the web (https has its own rule), mail and news
        "http", "mailto", "news", "snews", "ws", "wss",
    };

    public static bool Contains(string scheme)
    {
        if (scheme.Length < UriSyntax.MinSchemeLength || Names.Contains(scheme))
            return true;

        foreach (var prefix in Exceptions.Contains(scheme) ? [] : Prefixes)
            if (scheme.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;

        return false;
    }
}
