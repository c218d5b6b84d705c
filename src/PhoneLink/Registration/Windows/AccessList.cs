using System.Globalization;

namespace PhoneLink.Registration.Windows;

/// <summary>Reads who may write, in the Security Descriptor Definition Language.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format</remarks>
internal static class AccessList
{
    private const string TrustedInstaller = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

    /// <summary>Who may write a program without anybody asking: administrators, of the machine and of its domain, the system, and Windows' installer.</summary>
    private static readonly string[] Administrators = ["BA", "LA", "DA", "EA", "SY", "S-1-5-32-544", "S-1-5-18", TrustedInstaller];

    /// <summary>Rights that let one change a file or what lies in a directory, or take the right to.</summary>
    private static readonly string[] WriteRights = ["GA", "GW", "FA", "FW", "WD", "WO", "SD", "DC", "LC", "DT"];

    /// <summary>Rights that let one rename a directory, or what lies in it, and so put his own in its place; who may only add to it cannot.</summary>
    private static readonly string[] ReplaceRights = ["GA", "FA", "WD", "WO", "SD", "DT"];

    // winnt.h: FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_DELETE_CHILD | DELETE | WRITE_DAC | WRITE_OWNER | GENERIC_ALL | GENERIC_WRITE
    private const uint WriteMask = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;

    // winnt.h: FILE_DELETE_CHILD | DELETE | WRITE_DAC | WRITE_OWNER | GENERIC_ALL
    private const uint ReplaceMask = 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000;

    /// <summary>Says whether somebody else than administrators and one user may write.</summary>
    /// <param name="sddl">The owner and the access list; null where they cannot be read, which counts as writable.</param>
    /// <param name="user">The security identifier of a user who may, too; null for none.</param>
    public static bool IsWritableByOthers(string? sddl, string? user) => IsOpenToOthers(sddl, user, WriteRights, WriteMask);

    /// <summary>Says whether somebody else than administrators and one user may put another directory in the place of one, or of what lies in it.</summary>
    /// <inheritdoc cref="IsWritableByOthers" path="/param"/>
    public static bool IsReplaceableByOthers(string? sddl, string? user) => IsOpenToOthers(sddl, user, ReplaceRights, ReplaceMask);

    private static bool IsOpenToOthers(string? sddl, string? user, string[] rights, uint mask)
    {
        if (sddl is null || !TryFindPart(sddl, "D:", out var list) || list.Contains("NO_ACCESS_CONTROL", StringComparison.Ordinal))
            return true;

        // The owner may always change the list.
        if (TryFindPart(sddl, "O:", out var owner) && !IsTrusted(owner, user))
            return true;

        return list.Split('(').Skip(1).Select(static entry => entry.TrimEnd(')').Split(';')).Any(entry => AllowsOthers(entry, user, rights, mask));
    }

    private static bool AllowsOthers(string[] entry, string? user, string[] rights, uint mask) => entry is not [var type, var flags, var granted, _, _, var account, ..]
        || (type is "A" or "XA" && !flags.Contains("IO", StringComparison.Ordinal) && Grants(granted, rights, mask) && !IsTrusted(account, user));

    private static bool Grants(string granted, string[] rights, uint mask)
    {
        if (granted.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return !uint.TryParse(granted.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) || (bits & mask) != 0;

        return granted.Chunk(2).Any(pair => rights.Contains(new string(pair), StringComparer.Ordinal));
    }

    private static bool IsTrusted(string account, string? user) => account == user || Administrators.Contains(account, StringComparer.Ordinal);

    /// <summary>A part begins with its letter and a colon and goes on to the next part; inside an entry's parentheses there is no such letter.</summary>
    private static bool TryFindPart(string sddl, string name, out string part)
    {
        var depth = 0;
        part = "";
        for (var i = 0; i < sddl.Length; i++)
        {
            depth += sddl[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 || !sddl.AsSpan(i).StartsWith(name, StringComparison.Ordinal))
                continue;

            var rest = sddl[(i + name.Length)..];
            part = rest[..EndOfPart(rest)];
            return true;
        }

        return false;
    }

    private static int EndOfPart(string rest)
    {
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            depth += rest[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && i + 1 < rest.Length && rest[i + 1] == ':' && rest[i] is 'O' or 'G' or 'D' or 'S')
                return i;
        }

        return rest.Length;
    }
}
