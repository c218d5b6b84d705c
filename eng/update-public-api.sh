#!/usr/bin/env bash
# Brings the PublicAPI files of every package and target up to what the analyzer reports (RS0016: new, RS0017: gone); read the difference before you commit it.
set -eu
cd "$(dirname "$0")/.."
for project in PhoneLink:net10.0 PhoneLink:netstandard2.0 PhoneLink.Numbering:net10.0 PhoneLink.Numbering:netstandard2.0 PhoneLink.Testing:net10.0 PhoneLink.Testing:netstandard2.0 PhoneLink.Hosting:net10.0; do
    name=${project%:*} target=${project#*:}
    file=src/$name/PublicAPI/$target/PublicAPI.Unshipped.txt
    # dotnet build reports a limited view per pass, so it is repeated until nothing is new.
    for _ in 1 2 3; do
        report=$(dotnet build "src/$name" -f "$target" --no-incremental -nologo 2>&1 | grep -oE "error RS001[67]: Symbol '.*' is (not )?part of the declared" | sort -u || true)
        [ -n "$report" ] || break
        symbols() { printf '%s\n' "$report" | sed -nE "s/^error $1: Symbol '(.*)' is (not )?part of the declared$/\1/p"; }
        {
            echo '#nullable enable'
            { grep -v '^#nullable' "$file" | grep -vxF "$(symbols RS0017 | grep . || echo '#')" || true; symbols RS0016; } | LC_ALL=C sort -u
        } >"$file.new"
        mv "$file.new" "$file"
    done
done
