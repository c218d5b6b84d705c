using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PhoneLink.Activation;

/// <summary>What a later process sends: its link, the id that it has made, and the token for a window.</summary>
internal sealed record ActivationFrame(Guid Id, string Link, string? WindowToken)
{
    public const int MaxLength = 8 * 1024;
    public const int MaxToken = 512;

    private const int IdLength = 16;
    private const byte Version = 1;

    private static readonly LocalFraming Framing = new("PLK", Version, MaxLength);

    /// <summary>Reads a frame; null for anything that is none.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<ActivationFrame?> ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        (await Framing.ReadAsync(stream, cancellationToken).ConfigureAwait(false)).Payload is { Length: > IdLength + sizeof(ushort) } payload ? Parse(payload) : null;

    public byte[] ToBytes()
    {
        var (token, link) = (Encoding.UTF8.GetBytes(IsToken(WindowToken) ? WindowToken : ""), Encoding.UTF8.GetBytes(Link));
        var bytes = Framing.Make(IdLength + sizeof(ushort) + token.Length + link.Length, out var payload);
        Id.TryWriteBytes(payload);
        BinaryPrimitives.WriteUInt16LittleEndian(payload[IdLength..], (ushort)token.Length);
        token.CopyTo(payload[(IdLength + sizeof(ushort))..]);
        link.CopyTo(payload[(IdLength + sizeof(ushort) + token.Length)..]);
        return bytes;
    }

    private static ActivationFrame? Parse(ReadOnlySpan<byte> payload)
    {
        var tokenLength = BinaryPrimitives.ReadUInt16LittleEndian(payload[IdLength..]);
        var rest = payload[(IdLength + sizeof(ushort))..];
        if (tokenLength > MaxToken || tokenLength >= rest.Length)
            return null;

        var token = Encoding.UTF8.GetString(rest[..tokenLength]);
        return new(new(payload[..IdLength]), Encoding.UTF8.GetString(rest[tokenLength..]), IsToken(token) ? token : null);
    }

    /// <summary>A token that is none costs the window its place in front, never the link.</summary>
    private static bool IsToken([NotNullWhen(true)] string? token) => token is { Length: > 0 and <= MaxToken } && token.All(static c => c is > ' ' and <= '~');
}

/// <summary>What the first instance answers, a byte.</summary>
internal enum ActivationAnswer : byte
{
    /// <summary>No answer.</summary>
    None,

    /// <summary>The link is in the first instance's memory.</summary>
    Acknowledged,

    /// <summary>Too many links wait.</summary>
    Busy,

    /// <summary>The frame or its link is none that the first instance takes.</summary>
    Refused,
}
