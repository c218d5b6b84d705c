#!/usr/bin/env bash
# The desktop files of real telephony clients, unpacked without installing the programs.
. "$(dirname "$0")/lib.sh.inc"
cd "$(dirname "$0")/../.." || exit 1

clients=$PWD/artifacts/clients
for package in gnome-calls linphone-desktop plasma-dialer kdeconnect; do
    [ -d "$clients/$package" ] && continue
    if ! have apt-get || ! have dpkg-deb; then
        echo "skipped: no apt-get here for the desktop files of $package"
        continue
    fi

    work=$(mktemp -d)
    if (cd "$work" && apt-get download -qq "$package" >/dev/null 2>&1 && dpkg-deb --fsys-tarfile ./*.deb | tar -x ./usr/share/applications); then
        mkdir -p "$clients/$package"
        cp "$work"/usr/share/applications/*.desktop "$clients/$package"
    else
        echo "skipped: could not download $package"
    fi
    rm -rf "$work"
done
