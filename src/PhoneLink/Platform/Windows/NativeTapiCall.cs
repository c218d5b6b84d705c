using System.Runtime.InteropServices;
using System.Text;
#if NET
using System.Runtime.Versioning;
#endif

namespace PhoneLink;

/// <summary>An entry point of the telephony library.</summary>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal sealed unsafe partial class NativeTapiCall(nint function, bool isWide) : ITapiCall
{
    // winnls.h: CP_ACP, CP_UTF8, WC_NO_BEST_FIT_CHARS, WC_ERR_INVALID_CHARS
    private const uint AnsiCodePage = 0;
    private const uint Utf8 = 65001;
    private const uint NoBestFit = 0x400;
    private const uint FailOnInvalid = 0x80;

    private readonly delegate* unmanaged[Stdcall]<byte*, byte*, byte*, byte*, int> _function = (delegate* unmanaged[Stdcall]<byte*, byte*, byte*, byte*, int>)function;

    public int UnitSize => isWide ? sizeof(char) : sizeof(byte);

    public byte[]? Encode(string text) => isWide ? Encoding.Unicode.GetBytes(text) : EncodeAnsi(text);

    public int Request(byte[] address, byte[]? application, byte[]? calledParty, byte[]? comment)
    {
        fixed (byte* addressText = Terminated(address))
        fixed (byte* applicationText = Terminated(application))
        fixed (byte* calledPartyText = Terminated(calledParty))
        fixed (byte* commentText = Terminated(comment))
            return _function(addressText, applicationText, calledPartyText, commentText);
    }

    /// <summary>With a null of either unit.</summary>
    private static byte[]? Terminated(byte[]? text) => text is null ? null : [.. text, 0, 0];

    /// <summary>Without best fit, which makes quotes and digits of look-alikes. UTF-8 as the code page loses nothing and takes no such questions.</summary>
    private static byte[]? EncodeAnsi(string text)
    {
        var isUtf8 = GetAnsiCodePage() == Utf8;
        var flags = isUtf8 ? FailOnInvalid : NoBestFit;
        var isLost = stackalloc int[1];
        *isLost = 0;
        fixed (char* characters = text)
        {
            var length = ToAnsi(AnsiCodePage, flags, characters, text.Length, null, 0, null, isUtf8 ? null : isLost);
            var encoded = new byte[length];
            fixed (byte* bytes = encoded)
                return length > 0 && *isLost == 0 && ToAnsi(AnsiCodePage, flags, characters, text.Length, bytes, length, null, null) == length ? encoded : null;
        }
    }

#if NET
    [LibraryImport("kernel32", EntryPoint = "GetACP")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetAnsiCodePage();

    [LibraryImport("kernel32", EntryPoint = "WideCharToMultiByte")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ToAnsi(uint codePage, uint flags, char* text, int length, byte* result, int size, byte* substitute, int* isSubstituted);
#else
    [DllImport("kernel32", EntryPoint = "GetACP", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint GetAnsiCodePage();

    [DllImport("kernel32", EntryPoint = "WideCharToMultiByte", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ToAnsi(uint codePage, uint flags, char* text, int length, byte* result, int size, byte* substitute, int* isSubstituted);
#endif
}
