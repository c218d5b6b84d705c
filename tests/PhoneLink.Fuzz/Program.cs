using PhoneLink.Fuzz;
using SharpFuzz;

// PhoneLink.Fuzz TARGET under afl-fuzz; PhoneLink.Fuzz TARGET FILE... runs inputs again, outside it.
if (args.Length == 0 || !Targets.All.TryGetValue(args[0], out var target))
{
    Console.Error.WriteLine($"PhoneLink.Fuzz {string.Join('|', Targets.All.Keys)} [FILE...]");
    return 2;
}

if (args.Length > 1)
    foreach (var file in args.Skip(1))
        target(InputText.Decode(File.ReadAllBytes(file)));
else
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        target(InputText.Decode(copy.ToArray()));
    });

return 0;
