#!/usr/bin/env bash
# sipp: the called party of the softphone.
. "$(dirname "$0")/lib.sh.inc"
have sipp || install_packages sip-tester
