namespace PhoneLink;

/// <summary>What stands at a path, a symbolic link not followed.</summary>
internal enum PathKind
{
    Nothing,
    File,
    Directory,
    SymbolicLink,
}
