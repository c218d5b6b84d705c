#!/usr/bin/env bash
# script: a terminal for programs that ask.
. "$(dirname "$0")/lib.sh.inc"
have script || install_packages bsdutils
