#!/usr/bin/env bash
# wine: runs the Windows build, for the registry.
. "$(dirname "$0")/lib.sh.inc"
have wine && have wineserver || install_packages wine wine64
