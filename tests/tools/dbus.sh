#!/usr/bin/env bash
# A private session bus, and Python's D-Bus for handlers that D-Bus starts.
. "$(dirname "$0")/lib.sh.inc"
have dbus-daemon && /usr/bin/python3 -c 'import dbus, dbus.mainloop.glib, gi' 2>/dev/null || install_packages dbus python3-dbus python3-gi
