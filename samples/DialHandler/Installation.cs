using PhoneLink.Registration;

namespace DialHandler;

/// <summary>Registers this program for its scheme, and takes that back.</summary>
internal static class Installation
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string what, HandlerSettings settings)
    {
        try
        {
            var registrar = ProtocolRegistrar.ForCurrentOS();
            var wanted = new ProtocolRegistration(settings.Scheme, "DialHandler", Environment.ProcessPath ?? "");
            if (what == "--uninstall")
            {
                Console.WriteLine(await registrar.UnregisterAsync(wanted) ? $"{settings.Scheme}: is no longer opened by this program." : $"{settings.Scheme}: was not registered.");
                return 0;
            }

            var plan = registrar.Plan(wanted);
            Console.Write(plan);
            await registrar.ApplyAsync(plan);
            Console.WriteLine($"{settings.Scheme}: {(await registrar.GetStatusAsync(settings.Scheme)).Status}");
            if (registrar.GetSettingsUri(wanted) is { } page)
                Console.WriteLine($"Make it the default there: {page}");

            return 0;
        }
        catch (RegistrationException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return Failed;
        }
    }
}
