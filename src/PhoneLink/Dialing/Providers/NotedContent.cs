using System.Net;
using System.Net.Http.Headers;

namespace PhoneLink;

/// <summary>A body that notes how often it was taken to be sent: never proves that nothing left, more than once that somebody tried again.</summary>
internal sealed class NotedContent : HttpContent
{
    private readonly byte[] _octets;
    private int _copies;

    public NotedContent(byte[] octets, string? mediaType)
    {
        _octets = octets;
        Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
    }

    public int Copies => Volatile.Read(ref _copies);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Interlocked.Increment(ref _copies);
        return stream.WriteAsync(_octets, 0, _octets.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _octets.Length;
        return true;
    }
}
