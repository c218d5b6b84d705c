namespace PhoneLink.Activation;

/// <summary>Accepts exactly the arguments that registration writes: never the last one, never the first that looks like a link.</summary>
internal static class ActivationShape
{
    public static ActivationRefusal Read(IReadOnlyList<string> arguments, IReadOnlyCollection<string> schemes, ActivationOptions options, out string link)
    {
        var prefix = ProtocolActivation.Arguments;
        link = "";
        if (arguments.Count == prefix.Count + 1 && arguments[0] == prefix[0] && arguments[1] == prefix[1])
            link = arguments[prefix.Count];
        else if (options.AllowBareLink && arguments.Count == 1 && arguments[0] != prefix[0])
            link = arguments[0];
        else
            return IsActivation(arguments, schemes) ? ActivationRefusal.WrongShape : ActivationRefusal.NoLink;

        if (string.IsNullOrEmpty(link))
            return ActivationRefusal.WrongShape;

        return EndsCommandLine(link, isBare: arguments.Count == 1, options) ? ActivationRefusal.None : ActivationRefusal.WrongShape;
    }

    /// <summary>
    /// On Windows the command's text was split by quotes that a link may have held. The raw line ends with what was registered and the
    /// link, or the arguments are not what was registered.
    /// </summary>
    private static bool EndsCommandLine(string link, bool isBare, ActivationOptions options)
    {
        var commandLine = options.CommandLine ?? OwnCommandLine();
        var prefix = isBare ? "" : " " + string.Join(" ", ProtocolActivation.Arguments);
        return commandLine is null || commandLine.EndsWith($"{prefix} \"{link}\"", StringComparison.Ordinal);
    }

    private static string? OwnCommandLine() =>
#if NET
        OperatingSystem.IsWindows() ? CommandLine.Raw : null;
#else
        System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(System.Runtime.InteropServices.OSPlatform.Windows) ? CommandLine.Raw : null;
#endif

    private static bool IsActivation(IReadOnlyList<string> arguments, IReadOnlyCollection<string> schemes)
    {
        foreach (var argument in arguments)
        {
            if (argument == ProtocolActivation.Arguments[0])
                return true;

            foreach (var scheme in schemes)
                if (argument is not null && argument.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase))
                    return true;
        }

        return false;
    }
}
