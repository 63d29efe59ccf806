#!/bin/sh
# pack.sh FOLDER: writes the NuGet packages to FOLDER: popcorn-cc and popcorn as .NET tools and PopcornCC.MSBuild. Each carries what it needs, the C library too, so that nothing is built or fetched
# where it is used. install.sh --packages builds the tools and the library first.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
. .ci/setup.sh
[ -f artifacts/libc/current ] || die "the C library has not been built: run ./run.sh first"
sysroot=$PWD/artifacts/libc/$(cat artifacts/libc/current)
for project in compiler/Cli/popcorn-cc.csproj runtime/Node/popcorn.csproj; do
  say "packing $project"
  dotnet pack "$project" -c Release -p:PopcornPack=true -p:PopcornSysroot="$sysroot" -p:RunAnalyzers=false -o "$folder" --nologo -v q || die "$project could not be packed"
done
