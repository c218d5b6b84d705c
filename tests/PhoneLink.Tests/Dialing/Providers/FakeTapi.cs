using System.Collections.Concurrent;
using System.Text;

namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>Windows telephony that notes what it is asked; with Unicode text, or with a code page in which Latin has one byte, Chinese two, and nothing else exists.</summary>
internal sealed class FakeTapi(int code = 0, bool isWide = true) : ITapi, ITapiCall
{
    public bool IsMissing { get; init; }

    public bool IsInteractive { get; init; } = true;

    public int UnitSize => isWide ? 2 : 1;

    /// <summary>Gets what stands between a request and its answer.</summary>
    public Action Wait { get; init; } = static () => { };

    public ConcurrentQueue<(string? Address, string? Application, string? CalledParty, string? Comment)> Requests { get; } = new();

    public ITapiCall? Find() => IsMissing ? null : this;

    public byte[]? Encode(string text)
    {
        text.Should().NotBeEmpty("an empty text is no field");
        if (isWide)
            return Encoding.Unicode.GetBytes(text);

        return text.Any(static c => c is > '\xFF' and not (>= '\u4E00' and <= '\u9FFF')) ? null
            : [.. text.SelectMany(static c => c > '\xFF' ? [(byte)(c >> 8), (byte)c] : new[] { (byte)c })];
    }

    public int Request(byte[] address, byte[]? application, byte[]? calledParty, byte[]? comment)
    {
        Requests.Enqueue((Decode(address), Decode(application), Decode(calledParty), Decode(comment)));
        Wait();
        return code;
    }

    private string? Decode(byte[]? text) => text is null ? null : isWide ? Encoding.Unicode.GetString(text) : Encoding.Latin1.GetString(text);
}
