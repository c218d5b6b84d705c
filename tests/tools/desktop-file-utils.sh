#!/usr/bin/env bash
# desktop-file-validate and update-desktop-database.
. "$(dirname "$0")/lib.sh.inc"
have desktop-file-validate && have update-desktop-database || install_packages desktop-file-utils
