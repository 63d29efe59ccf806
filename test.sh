#!/bin/sh
# Builds everything and runs every test; the last line is "N passed, N failed" over all test projects. With --full as the first argument also those that take hours:
# SQLite and xz, a thousand programs of csmith, programs moved more often. Other arguments go to `dotnet test`.
set -eu
cd "$(dirname "$0")"
. .ci/setup.sh
if [ "${1:-}" = --full ]; then
  shift
  export POPCORN_FULL=1
fi

mkdir -p artifacts
install_missing $RUN_PACKAGES $TEST_PACKAGES
build_tools
build_libc
say "building the tests"
dotnet build PopcornCC.sln -c Release --nologo -v q || die "the build failed"
rm -rf artifacts/tests
status=0
for project in tests/*/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  say "$name"
  dotnet test "$project" --no-build -c Release --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory artifacts/tests "$@" || status=1
done
# A test project that broke down before it wrote its results is a failure too.
awk '
  /<Counters / {
    match($0, / passed="[0-9]+"/); passed += substr($0, RSTART + 9, RLENGTH - 10)
    match($0, / total="[0-9]+"/); total = substr($0, RSTART + 8, RLENGTH - 9)
    match($0, / executed="[0-9]+"/); executed = substr($0, RSTART + 11, RLENGTH - 12)
    match($0, / passed="[0-9]+"/); failed += executed - substr($0, RSTART + 9, RLENGTH - 10)
  }
  END { print passed + 0 " passed, " failed + 0 " failed"; exit failed > 0 }
' artifacts/tests/*.trx || status=1
exit $status
