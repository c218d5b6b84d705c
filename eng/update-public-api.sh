#!/usr/bin/env bash
# Adds new public members to the PublicAPI files of both targets, from what the analyzer reports; read the difference before you commit it.
set -eu
cd "$(dirname "$0")/.."
for target in net10.0 netstandard2.0; do
    file=src/PhoneLink/PublicAPI/$target/PublicAPI.Unshipped.txt
    # dotnet build reports a limited view per pass, so it is repeated until nothing is new.
    for _ in 1 2 3; do
        new=$(dotnet build src/PhoneLink -f "$target" --no-incremental -nologo 2>&1 |
            sed -nE "s/.*error RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" | sort -u)
        [ -n "$new" ] || break
        { echo '#nullable enable'; { grep -v '^#nullable' "$file" || true; printf '%s\n' "$new"; } | LC_ALL=C sort -u; } >"$file.new"
        mv "$file.new" "$file"
    done
done
