namespace PhoneLink.Tests.Preferences;

public class FormatCacheTests
{
    [Fact]
    [Requirement("PREF-29")]
    public async Task Users_with_the_same_format_share_it()
    {
        var source = new MemoryPreferenceSource();
        source.Set(new("Format", "domycall:%p?name=<attn>", PreferenceLevel.User), "1");
        source.Set(new("Format", "domycall:%p?name=<attn>", PreferenceLevel.User), "2");
        var resolver = new PreferenceResolver([source]);

        var first = (await resolver.ResolveAsync(new() { User = "1" })).Format;
        var second = (await resolver.ResolveAsync(new() { User = "2" })).Format;

        first.ToString().Should().Be("domycall:%p?name=<attn>");
        second.Should().BeSameAs(first);
    }

    [Fact]
    [Requirement("PREF-29")]
    public async Task However_many_formats_there_are_the_memory_is_bounded()
    {
        var source = new MemoryPreferenceSource();
        var resolver = new PreferenceResolver([source]);
        var references = new List<WeakReference>();
        for (var i = 0; i < 5000; i++)
        {
            source.Set(new("Format", $"domycall{i}:%p", PreferenceLevel.System));
            references.Add(new((await resolver.ResolveAsync()).Format));
        }

        GC.Collect();

        references.Count(static reference => reference.IsAlive).Should().BeLessThan(2000);
        GC.KeepAlive(resolver);
    }

    [Fact]
    [Requirement("PREF-29")]
    public async Task Many_threads_read_what_one_would()
    {
        var resolver = new PreferenceResolver([new FixedSource(new PreferenceEntry("Format", "domycall:%p", PreferenceLevel.System))]);

        var formats = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => (await resolver.ResolveAsync()).Format.ToString())));

        formats.Should().AllBe("domycall:%p");
    }
}
