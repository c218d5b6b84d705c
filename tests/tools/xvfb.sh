#!/usr/bin/env bash
# A screen that nobody sees, the window that asks on it, and hands that press its keys and buttons.
. "$(dirname "$0")/lib.sh.inc"
have Xvfb && have zenity && have xdotool && have import || install_packages xvfb zenity xdotool imagemagick fonts-liberation
