using System.Buffers;
using System.Globalization;
using System.Text;

namespace BaresipProvider;

/// <summary>Frames of bytes with their length in front: <c>5:hello,</c> (https://cr.yp.to/proto/netstrings.txt).</summary>
internal static class Netstring
{
    /// <summary>The longest frame that is read; baresip's longest answers are some thousand bytes.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>How many digits a length may have.</summary>
    private const int MaxDigits = 6;

    /// <summary>Takes one frame off the front, when all of it is there.</summary>
    /// <exception cref="InvalidDataException">These are no frames, or one is too long.</exception>
    public static bool TryTake(ref ReadOnlySequence<byte> bytes, out ReadOnlySequence<byte> content)
    {
        content = default;
        var reader = new SequenceReader<byte>(bytes);
        if (!TryReadLength(ref reader, out var length) || reader.Remaining <= length)
            return false;

        content = reader.UnreadSequence.Slice(0, length);
        reader.Advance(length);
        if (!reader.TryRead(out var end) || end is not (byte)',')
            throw new InvalidDataException("A frame of the control socket has no end.");

        bytes = reader.UnreadSequence;
        return true;
    }

    public static void Write(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> content)
    {
        target.Write(Encoding.ASCII.GetBytes(content.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        target.Write(content);
        target.Write(","u8);
    }

    private static bool TryReadLength(ref SequenceReader<byte> reader, out int length)
    {
        length = 0;
        for (var digits = 0; reader.TryRead(out var next); digits++)
        {
            if (next is (byte)':' && digits > 0)
                return length <= MaxLength ? true : throw new InvalidDataException("A frame of the control socket is too long.");

            if (!char.IsAsciiDigit((char)next) || digits == MaxDigits)
                throw new InvalidDataException("The control socket does not send frames.");

            length = (length * 10) + next - '0';
        }

        return false;
    }
}
