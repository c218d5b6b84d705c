using System.Runtime.Versioning;
using PhoneLink.Registration.MacOS.Native;

namespace PhoneLink.Registration.MacOS;

/// <summary>Launch Services of macOS.</summary>
/// <remarks>
/// Written after https://developer.apple.com/documentation/coreservices/launch_services and never run on a Mac. Apple has deprecated these calls in
/// favour of NSWorkspace's, which need the Objective-C runtime.
/// </remarks>
[SupportedOSPlatform("macos")]
internal sealed class LaunchServices : ILaunchServices
{
    public string? FindDefaultHandler(string scheme)
    {
        using var name = CFObject.OfText(scheme);
        using var handler = new CFObject(CoreServices.CopyDefaultHandler(name.Handle));
        return handler.Handle == 0 ? null : CFObject.TextOf(handler.Handle);
    }

    public IReadOnlyList<string> ListHandlers(string scheme)
    {
        using var name = CFObject.OfText(scheme);
        using var handlers = new CFObject(CoreServices.CopyAllHandlers(name.Handle));
        if (handlers.Handle == 0)
            return [];

        var found = new List<string>();
        for (nint i = 0; i < CoreFoundation.GetCount(handlers.Handle); i++)
            found.Add(CFObject.TextOf(CoreFoundation.GetValueAt(handlers.Handle, i)));

        return found;
    }

    public int SetDefaultHandler(string scheme, string bundleId)
    {
        using var name = CFObject.OfText(scheme);
        using var id = CFObject.OfText(bundleId);
        return CoreServices.SetDefaultHandler(name.Handle, id.Handle);
    }
}
