namespace PhoneLink;

/// <summary>Whose idea of the default program counts: the openers differ.</summary>
internal enum HandlerRules
{
    /// <summary>GLib: <c>gio open</c>, the portals, GNOME and its relatives.</summary>
    Gio,

    /// <summary>The generic branch of <c>xdg-mime</c> and <c>xdg-open</c> 1.1.3, used where no desktop is recognised.</summary>
    XdgMime,
}
