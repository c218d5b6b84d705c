#!/usr/bin/env bash
# chromium: a browser that clicks; its driver comes with the tests' packages.
. "$(dirname "$0")/lib.sh.inc"
have chromium || install_packages chromium fonts-liberation
