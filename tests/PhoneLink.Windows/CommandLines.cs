using System.Runtime.InteropServices;

namespace PhoneLink.Windows;

/// <summary>What the system itself makes of command lines.</summary>
internal static partial class CommandLines
{
    /// <summary>Splits each line of a file, the argument, with <c>CommandLineToArgvW</c>; prints the words, joined by U+0001.</summary>
    public static async Task SplitAsync(string[] arguments)
    {
        foreach (var line in await File.ReadAllLinesAsync(arguments[0]))
            Console.WriteLine(string.Join('\u0001', Split(line)));
    }

    private static unsafe string[] Split(string line)
    {
        int count;
        fixed (char* text = line)
        {
            var words = CommandLineToArgv(text, &count);
            var result = new string[count];
            for (var i = 0; i < count; i++)
                result[i] = new(words[i]);

            _ = LocalFree(words);
            return result;
        }
    }

    [LibraryImport("shell32", EntryPoint = "CommandLineToArgvW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial char** CommandLineToArgv(char* line, int* count);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial void* LocalFree(void* memory);
}
