#!/usr/bin/env bash
# mono: runs a program for .NET Framework. The facade of netstandard comes with Debian's development files alone, which are a hundred packages: it is unpacked.
. "$(dirname "$0")/lib.sh.inc"
cd "$(dirname "$0")/../.." || exit 1

have mono && [ -d /usr/share/doc/libmono-system-net-http4.0-cil ] || install_packages mono-runtime libmono-system-net-http4.0-cil libmono-system-runtime4.0-cil
facades=$PWD/artifacts/mono
[ -e "$facades/netstandard.dll" ] && exit 0
if ! have apt-get || ! have dpkg-deb; then
    echo "skipped: no apt-get here for the facades of mono"
    exit 0
fi

work=$(mktemp -d)
if (cd "$work" && apt-get download -qq mono-devel >/dev/null 2>&1 && dpkg-deb --fsys-tarfile ./*.deb | tar -x ./usr/lib/mono/4.5/Facades); then
    mkdir -p "$facades"
    cp "$work"/usr/lib/mono/4.5/Facades/*.dll "$facades"
else
    echo "skipped: could not download the facades of mono"
fi
rm -rf "$work"
