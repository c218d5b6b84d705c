using System.Runtime.Versioning;

namespace PhoneLink.Registration.MacOS.Native;

/// <summary>An object of Core Foundation that we own; none when its handle is 0.</summary>
[SupportedOSPlatform("macos")]
internal readonly unsafe ref struct CFObject(nint handle)
{
    public nint Handle => handle;

    public static CFObject OfText(string text)
    {
        fixed (char* characters = text)
            return new(CoreFoundation.CreateString(0, characters, text.Length));
    }

    public static string TextOf(nint text) => string.Create((int)CoreFoundation.GetLength(text), text, static (span, text) =>
    {
        fixed (char* buffer = span)
            CoreFoundation.GetCharacters(text, new(0, span.Length), buffer);
    });

    public void Dispose()
    {
        if (handle != 0)
            CoreFoundation.Release(handle);
    }
}
