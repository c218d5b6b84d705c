namespace PhoneLink.Registration;

/// <summary>The kind of system that a plan is for.</summary>
public enum RegistrationTarget
{
    /// <summary>Windows 8 and later.</summary>
    Windows,

    /// <summary>Linux desktops that follow freedesktop.org.</summary>
    Linux,

    /// <summary>macOS, where a program's bundle declares its schemes.</summary>
    MacOS,
}
