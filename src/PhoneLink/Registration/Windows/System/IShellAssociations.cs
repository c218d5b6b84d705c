namespace PhoneLink.Registration.Windows;

/// <summary>What the shell does with a scheme: its own answer, not what stands in the registry.</summary>
internal interface IShellAssociations
{
    /// <summary>Gives the command line that the shell would start, with its <c>%1</c>; null where there is none, or only a packaged program.</summary>
    string? FindCommand(string scheme);

    /// <summary>Gives the program that the shell would start; null where there is none, or only a packaged one.</summary>
    string? FindExecutable(string scheme);

    /// <summary>Gives the name for people of the program that the shell would start; null where there is none.</summary>
    string? FindName(string scheme);

    /// <summary>Gives the ProgID that the user chose; null where there is none.</summary>
    string? FindProgId(string scheme);

    /// <summary>Tells the shell that associations have changed (<c>SHCNE_ASSOCCHANGED</c>).</summary>
    void NotifyChanged();
}
