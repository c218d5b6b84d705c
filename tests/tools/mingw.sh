#!/usr/bin/env bash
# gcc for Windows, for a telephony library that only notes what it is asked.
. "$(dirname "$0")/lib.sh.inc"
have x86_64-w64-mingw32-gcc-win32 || install_packages gcc-mingw-w64-x86-64-win32
