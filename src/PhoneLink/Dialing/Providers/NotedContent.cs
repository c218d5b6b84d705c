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

    /// <summary>Says whether somebody has read the body into memory: from there it can be sent again without being taken.</summary>
    public async Task<bool> IsKeptAsync()
    {
        var before = Copies;
        await CopyToAsync(Stream.Null);
        return Copies == before;
    }

    /// <summary>Holds nothing but memory; the client of .NET Framework disposes it before anybody can ask.</summary>
    protected override void Dispose(bool disposing)
    {
    }

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
