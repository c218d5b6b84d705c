namespace PhoneLink;

/// <summary>A root of the Windows registry; its value is the predefined handle (winreg.h).</summary>
internal enum RegistryRoot
{
    /// <summary>HKEY_CURRENT_USER: the user whose process this is.</summary>
    CurrentUser = unchecked((int)0x80000001),

    /// <summary>HKEY_LOCAL_MACHINE: everybody.</summary>
    LocalMachine = unchecked((int)0x80000002),
}
