#!/usr/bin/env bash
# xdg-open and xdg-mime: the generic opener.
. "$(dirname "$0")/lib.sh.inc"
have xdg-open || install_packages xdg-utils
