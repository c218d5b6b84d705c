using System.Globalization;

namespace PhoneLink.Crash;

/// <summary>Dials with ids that are numbers, one after the other, through a pipeline with a journal.</summary>
internal static class Dialler
{
    /// <summary>Others may hold the journal for long where the machine is slow; that is not what is tried here.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Dials; <c>JOURNAL DISPATCHES FIRST COUNT [DEATH]</c>. Prints a line for each call: id, status, reason.</summary>
    /// <remarks>DEATH is that of <see cref="DeadlyProvider"/>.</remarks>
    public static async Task RunAsync(string[] arguments)
    {
        using var journal = new FileCallJournal(arguments[0], lockTimeout: Patience);
        var provider = new DeadlyProvider(arguments[1], arguments.Length > 4 ? Number(arguments[4]) : 0);
        var phone = new TelephonyProviderBuilder(provider).UseDefaults().UseJournal(journal).Build();
        var first = Number(arguments[2]);
        for (var id = first; id < first + Number(arguments[3]); id++)
        {
            var result = await phone.DialAsync(RequestOf(id));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {result.Status} {result.Reason}"));
        }
    }

    private static DialRequest RequestOf(int id) => new(PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+4722{id:d6}")))
    {
        CallId = new(Guid.ParseExact(id.ToString("x32", CultureInfo.InvariantCulture), "N")),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
