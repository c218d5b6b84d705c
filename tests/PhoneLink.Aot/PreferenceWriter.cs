namespace PhoneLink.Aot;

/// <summary>A process that writes a preference file while others do, and says after each write that it was done.</summary>
internal static class PreferenceWriter
{
    public static async Task<int> RunAsync(string path, string user, int count)
    {
        var file = new JsonPreferenceFile(path);
        for (var i = 0; i < count; i++)
        {
            await file.SetAsync(new($"Key{i}", user, PreferenceLevel.User), user);
            Console.WriteLine($"Key{i}");
        }

        return 0;
    }
}
