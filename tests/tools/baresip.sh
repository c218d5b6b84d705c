#!/usr/bin/env bash
# baresip: a softphone that needs no screen and no sound card.
. "$(dirname "$0")/lib.sh.inc"
have baresip || install_packages baresip-core
