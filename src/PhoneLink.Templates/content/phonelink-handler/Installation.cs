using PhoneLink.Registration;

namespace PhoneLinkHandler;

/// <summary>Registers this program for its scheme, and takes that back.</summary>
internal static class Installation
{
    public const string Scheme = "phonelinkscheme";
    public const string Product = "Product Placeholder";

    public static async Task<int> RunAsync(string what)
    {
        try
        {
            var registrar = ProtocolRegistrar.ForCurrentOS();
            var wanted = new ProtocolRegistration(Scheme, Product, Environment.ProcessPath ?? "");
            if (what == "--uninstall")
            {
                Console.WriteLine(await registrar.UnregisterAsync(wanted) ? $"{Scheme}: is no longer opened by this program." : $"{Scheme}: was not registered.");
                return 0;
            }

            await registrar.ApplyAsync(registrar.Plan(wanted));
            Console.WriteLine($"{Scheme}: {(await registrar.GetStatusAsync(Scheme)).Status}");
            if (registrar.GetSettingsUri(wanted) is { } page)
                Console.WriteLine($"Make it the default there: {page}");

            return 0;
        }
        catch (RegistrationException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
