using System;
using System.Threading.Tasks;

namespace PhoneLink.Net48
{
    /// <summary>PhoneLink.Net48 DIRECTORY: does each part of the library once, and prints what came of it.</summary>
    internal static class Program
    {
        internal static void Tell(string what, object value)
        {
            Console.WriteLine(what + ": " + value);
        }

        private static async Task Main(string[] args)
        {
            Links.Run();
            await Preferences.Run();
            await Calls.Run(args[0]);
            await Requests.Run();
        }
    }
}
