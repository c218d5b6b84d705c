namespace PhoneLink.Benchmarks.Contenders;

/// <summary>What of PhoneLink must not allocate, warm: a link in the caller's memory, and the question whether a link is one of a format.</summary>
internal static class Allocation
{
    private const int Rounds = 1000;

    /// <summary>Does the work until it is warm, and counts.</summary>
    /// <exception cref="InvalidOperationException">Something allocates.</exception>
    public static void Check(CallRow row)
    {
        var link = new char[2048];
        Check("TryExpand of tel:%p", () => WithPhoneLink.Tel.TryExpand(row.Number, null, link, out _));
        Check("TryExpand of five holes", () => WithPhoneLink.FiveHoles.TryExpand(row.Number, row.Subject, link, out _));
        Check("IsMatch of tel:%p", static () => WithPhoneLink.Tel.IsMatch(Agreement.TelLink));
        Check("IsMatch of five holes", static () => WithPhoneLink.FiveHoles.IsMatch(Agreement.FiveHolesLink));
    }

    private static void Check(string name, Func<bool> work)
    {
        // The least of many rounds: what runs for the first time, or is compiled anew meanwhile, may allocate.
        var least = long.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (!work())
                throw new InvalidOperationException($"{name} gives nothing.");

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        if (least > 0)
            throw new InvalidOperationException($"{name} allocates {least} B.");
    }
}
