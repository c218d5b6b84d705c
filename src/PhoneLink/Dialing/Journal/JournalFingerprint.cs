using System.Text;

namespace PhoneLink;

/// <summary>Tells two calls with one id apart by so few bits that a journal does not give numbers away: each stands for one in 65,535 of them.</summary>
internal static class JournalFingerprint
{
    private const uint Values = 0xFFFF;

    /// <summary>1 to 65,535.</summary>
    public static int Of(DialRequest request)
    {
        var key = GuardKey.For(request);
        var text = string.Join("\0", key.Database, key.User, request.Device, key.Target, key.Context, key.Extension, key.Subaddress, key.PostDial);
        return (int)(Crc32.Of(Encoding.UTF8.GetBytes(text)) % Values) + 1;
    }
}
