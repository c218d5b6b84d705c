#!/usr/bin/env bash
# gio open: GLib's opener, and gdbus.
. "$(dirname "$0")/lib.sh.inc"
have gio && have gdbus || install_packages libglib2.0-bin
