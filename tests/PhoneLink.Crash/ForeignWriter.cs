using System.Globalization;

namespace PhoneLink.Crash;

/// <summary>Another program, which heeds no lock: it reads the list, adds a line, and puts a new file in its place.</summary>
internal static class ForeignWriter
{
    /// <summary>Writes until a file appears; <c>LIST STOP</c>. Prints how many lines it has added.</summary>
    /// <remarks>
    /// It rests between two lines: one that reads within microseconds of its own write may read what stands there between two exchanges,
    /// which lacks its last line, and write that back (decision 14).
    /// </remarks>
    public static async Task RunAsync(string[] arguments)
    {
        var (list, stop) = (arguments[0], arguments[1]);
        var count = 0;
        while (!File.Exists(stop))
        {
            AddLine(list, ++count);
            await Task.Delay(10 + (count % 20));
        }

        Console.WriteLine(count.ToString(CultureInfo.InvariantCulture));
    }

    public static void AddLine(string list, int number)
    {
        File.WriteAllText(list + ".new", string.Create(CultureInfo.InvariantCulture, $"{File.ReadAllText(list)}x-scheme-handler/foreign{number}=x.desktop\n"));
        File.Move(list + ".new", list, overwrite: true);
    }
}
