using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PhoneLink.Activation;

/// <summary>What a later process sends: its link, the id that it has made, and the token for a window.</summary>
internal sealed record ActivationFrame(Guid Id, string Link, string? WindowToken)
{
    public const int MaxLength = 8 * 1024;
    public const int MaxToken = 512;

    private const int HeaderLength = 8;
    private const int IdLength = 16;
    private const byte Version = 1;

    private static ReadOnlySpan<byte> Mark => "PLK"u8;

    /// <summary>Reads a frame; null for anything that is none.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<ActivationFrame?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < HeaderLength || !header.AsSpan().StartsWith(Mark) || header[Mark.Length] != Version)
            return null;

        var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(Mark.Length + 1));
        if (length is <= IdLength + sizeof(ushort) or > MaxLength)
            return null;

        var payload = new byte[length];
        return await stream.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < payload.Length ? null : Parse(payload);
    }

    public byte[] ToBytes()
    {
        var (token, link) = (Encoding.UTF8.GetBytes(IsToken(WindowToken) ? WindowToken : ""), Encoding.UTF8.GetBytes(Link));
        var length = IdLength + sizeof(ushort) + token.Length + link.Length;
        var bytes = new byte[HeaderLength + length];
        Mark.CopyTo(bytes);
        bytes[Mark.Length] = Version;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Mark.Length + 1), (uint)length);
        var payload = bytes.AsSpan(HeaderLength);
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
