using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PhoneLink;

/// <summary>A frame between a client and a telephony listener: what it is, and JSON. docs/providers.md has the protocol.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Body">The JSON; empty where the kind says all.</param>
internal readonly record struct ListenerFrame(ListenerFrameKind Kind, ReadOnlyMemory<byte> Body)
{
    public const int MaxLength = 8 * 1024;
    public const byte Version = 1;

    /// <summary>Another mark than that of activations: a link that is handed over is never an order to dial, and the other way round.</summary>
    private static readonly LocalFraming Framing = new("PLD", Version, MaxLength);

    /// <summary>Reads a frame; null for anything that is none, and at the end.</summary>
    /// <returns>The frame, and whether the other side speaks another version.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<(ListenerFrame? Frame, bool IsOtherVersion)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var (payload, version) = await Framing.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return (payload is null ? null : new ListenerFrame((ListenerFrameKind)payload[0], payload.AsMemory(1)), version is not null);
    }

    /// <summary>Writes a frame that has no JSON.</summary>
    public static byte[] Write(ListenerFrameKind kind)
    {
        var bytes = Framing.Make(1, out var payload);
        payload[0] = (byte)kind;
        return bytes;
    }

    /// <summary>Writes a frame; null when it would be too long.</summary>
    public static byte[]? Write<T>(ListenerFrameKind kind, T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        if (json.Length >= MaxLength)
            return null;

        var bytes = Framing.Make(json.Length + 1, out var payload);
        payload[0] = (byte)kind;
        json.CopyTo(payload[1..]);
        return bytes;
    }

    /// <summary>Reads the JSON; null when the frame is of another kind, or the JSON is not what it should be.</summary>
    public T? Read<T>(ListenerFrameKind kind, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Kind == kind ? JsonSerializer.Deserialize(Body.Span, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
