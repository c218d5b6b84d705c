#!/usr/bin/env bash
# Fuzzes every parser with AFL++ (tests/PhoneLink.Fuzz), two targets at once: eng/fuzz.sh [SECONDS] [TARGET...]
# Fails on a crash or a hang; the inputs are kept in artifacts/fuzz/<target>/default/crashes, to be run again: dotnet run --project tests/PhoneLink.Fuzz TARGET FILE.
set -u
cd "$(dirname "$0")/.." || exit 1
seconds=${1:-20}
shift
targets=("$@")
[ ${#targets[@]} -eq 0 ] && targets=(tel sip sms uri number format match activation rules)

. tests/tools/lib.sh.inc
have afl-fuzz || install_packages afl++
have afl-fuzz || { echo "Fuzzing needs afl-fuzz (package afl++)."; exit 1; }

out=artifacts/fuzz
rm -rf "$out" && mkdir -p "$out"
dotnet publish tests/PhoneLink.Fuzz -c Release -o "$out/program" >"$out/publish.log" 2>&1 || { tail "$out/publish.log"; exit 1; }
[ -x artifacts/tools/sharpfuzz ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path artifacts/tools >"$out/tool.log" 2>&1 || { tail "$out/tool.log"; exit 1; }
artifacts/tools/sharpfuzz "$out/program/PhoneLink.dll" || exit 1

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1
fuzz() { # target
    mkdir -p "$out/seeds/$1"
    local i=0
    while IFS= read -r seed; do
        printf '%b' "${seed//%/%}" >"$out/seeds/$1/$((i++))"
    done <"tests/PhoneLink.Fuzz/seeds/$1.txt"
    afl-fuzz -i "$out/seeds/$1" -o "$out/$1" -x tests/PhoneLink.Fuzz/uri.dict -t 5000 -m none -V "$seconds" -- dotnet "$out/program/PhoneLink.Fuzz.dll" "$1" >"$out/$1.log" 2>&1
}

for ((i = 0; i < ${#targets[@]}; i += 2)); do
    for target in "${targets[@]:i:2}"; do
        fuzz "$target" &
    done
    wait
done

# The exit code of afl-fuzz hides crashes.
status=0
for target in "${targets[@]}"; do
    stats="$out/$target/default/fuzzer_stats"
    [ -e "$stats" ] || { echo "$target: did not run"; tail -n 5 "$out/$target.log"; status=1; continue; }
    value() { grep "^$1 " "$stats" | grep -o '[0-9.]*$'; }
    echo "$target: $(value execs_done) executions, $(value corpus_count) inputs, $(value saved_crashes) crashes, $(value saved_hangs) hangs"
    [ "$(value saved_crashes)" = 0 ] && [ "$(value saved_hangs)" = 0 ] && [ "$(value execs_done)" -gt 100 ] || status=1
done
exit $status
