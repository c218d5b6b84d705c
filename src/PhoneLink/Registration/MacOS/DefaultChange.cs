namespace PhoneLink.Registration;

/// <summary>What became of the wish to be a scheme's default program.</summary>
public enum DefaultChange
{
    /// <summary>The system starts the program, and still did so a moment later.</summary>
    Made,

    /// <summary>The program's bundle does not declare the scheme, or the system has not seen the bundle.</summary>
    NotDeclared,

    /// <summary>The request was taken, but the system still starts another program: the user was asked and declined, or has not answered.</summary>
    Declined,

    /// <summary>The system started the program for a moment, and now another again.</summary>
    Reverted,

    /// <summary>A sandboxed process may not ask.</summary>
    SandboxDenied,

    /// <summary>The request was refused for another reason.</summary>
    Failed,
}
