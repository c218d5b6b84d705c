#!/usr/bin/env bash
# plistutil and Python's plistlib: two readers of property lists.
. "$(dirname "$0")/lib.sh.inc"
have plistutil && have python3 || install_packages libplist-utils python3
