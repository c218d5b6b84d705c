#!/usr/bin/env bash
# Installs the tools of the interop tests where that is allowed, then runs all tests. What is missing is skipped with its reason.
set -u
cd "$(dirname "$0")/.." || exit 1

for tool in tests/tools/*.sh; do
    bash "$tool"
done

results=artifacts/tests
rm -rf "$results"
dotnet test PhoneLink.sln --nologo --logger trx --results-directory "$results" "$@"
status=$?

passed=0 failed=0 skipped=0
for file in "$results"/*.trx; do
    [ -e "$file" ] || continue
    counters=$(grep -o '<Counters [^>]*>' "$file")
    count() { printf '%s' "$counters" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*'; }
    passed=$((passed + $(count passed)))
    failed=$((failed + $(count failed)))
    skipped=$((skipped + $(count total) - $(count executed)))
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && exit "$status"
exit 1
