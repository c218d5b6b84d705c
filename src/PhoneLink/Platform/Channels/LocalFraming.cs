using System.Buffers.Binary;

namespace PhoneLink;

/// <summary>Cuts a connection into frames: three bytes that say whose they are, a version, the length (4 bytes, little endian), and so many bytes.</summary>
/// <param name="mark">The three bytes; no two protocols share them, so that a frame of one is none of the other.</param>
/// <param name="version">The version that is spoken.</param>
/// <param name="maxLength">How long a frame may be, without these eight bytes.</param>
internal sealed class LocalFraming(string mark, byte version, int maxLength)
{
    private const int MarkLength = 3;
    private const int HeaderLength = MarkLength + 1 + sizeof(uint);

    private readonly byte[] _mark = System.Text.Encoding.ASCII.GetBytes(mark);

    /// <summary>Reads a frame.</summary>
    /// <returns>What is in it, null for anything that is no frame; and the version of the protocol where the other side speaks another, else null.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<(byte[]? Payload, byte? OtherVersion)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < HeaderLength || !header.AsSpan().StartsWith(_mark))
            return (null, null);

        if (header[MarkLength] != version)
            return (null, header[MarkLength]);

        var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(MarkLength + 1));
        if (length is 0 || length > maxLength)
            return (null, null);

        var payload = new byte[length];
        return (await stream.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < payload.Length ? null : payload, null);
    }

    /// <summary>Makes a frame, to be filled.</summary>
    /// <param name="length">How long what is in it is.</param>
    /// <param name="payload">Where that goes.</param>
    public byte[] Make(int length, out Span<byte> payload)
    {
        var frame = new byte[HeaderLength + length];
        _mark.CopyTo(frame, 0);
        frame[MarkLength] = version;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(MarkLength + 1), (uint)length);
        payload = frame.AsSpan(HeaderLength);
        return frame;
    }
}
