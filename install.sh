#!/bin/sh
# Installs PopcornCC, takes it away again, or makes its NuGet packages.
#
#   ./install.sh --prefix DIR [--destdir ROOT]      builds what is not built, then copies commands, headers, C library, CMake files and manual pages below DIR
#   ./install.sh --uninstall --prefix DIR           removes exactly what an installation put there (so does DIR/lib/popcorncc/uninstall)
#   ./install.sh --packages DIR                     writes PopcornCC.popcorn-cc, PopcornCC.popcorn (.NET tools) and PopcornCC.MSBuild to DIR
#
# What is installed does not need this checkout any more, and may be moved as a whole; the .NET runtime, libLLVM 19 and, for `popcorn run`, qemu-user must be on the machine.
# --destdir puts ROOT before every path, for makers of packages.
set -eu
cd "$(dirname "$0")"
. .ci/setup.sh

usage() { sed -n '4,6s/^#  *//p' "$0"; }
wrong() { echo "install.sh: $*" >&2; usage >&2; exit 2; }

prefix= destdir= action=install packages=
while [ $# -gt 0 ]; do
  case $1 in
    --prefix=*) prefix=${1#*=} ;;
    --destdir=*) destdir=${1#*=} ;;
    --prefix | --destdir | --packages)
      [ $# -ge 2 ] || wrong "$1 needs an argument"
      case $1 in
        --prefix) prefix=$2 ;;
        --destdir) destdir=$2 ;;
        *) action=packages packages=$2 ;;
      esac
      shift ;;
    --uninstall) action=uninstall ;;
    --help | -h) usage; exit 0 ;;
    *) wrong "unknown argument '$1'" ;;
  esac
  shift
done

build_all() {
  mkdir -p artifacts
  build_tools
  build_libc
}

if [ "$action" = packages ]; then
  build_all
  .ci/pack.sh "$packages"
  exit 0
fi

[ -n "$prefix" ] || wrong "--prefix is missing"
case $prefix in
  /*) ;;
  *) prefix=$PWD/$prefix ;;
esac
target=$destdir${prefix%/}
list=$target/lib/popcorncc/installed

if [ "$action" = uninstall ]; then
  [ -f "$list" ] || die "$target: nothing of PopcornCC is installed there"
  exec sh "$target/lib/popcorncc/uninstall"
fi

build_all
# The same version again, or another: what the old one had and the new one has not must go.
if [ -f "$list" ]; then sh "$target/lib/popcorncc/uninstall" > /dev/null; fi

# All is put together in a folder of ours first, so that the list of files is known, and whether one of them would replace a stranger's, before anything is touched.
stage=artifacts/install.stage
rm -rf "$stage"
mkdir -p "$stage/bin" "$stage/lib/popcorncc" "$stage/share/cmake" "$stage/share/man/man1" "$stage/share/doc/popcorncc"
cp bin/popcorn bin/popcorn-cc bin/popcorn-strip "$stage/bin/"
cp -R artifacts/popcorn artifacts/popcorn-cc "$stage/lib/popcorncc/"
find "$stage" -name '*.pdb' -exec rm {} +
cp -R "artifacts/libc/$(cat artifacts/libc/current)" "$stage/lib/popcorncc/sysroot"
cp -R share/cmake/. "$stage/share/cmake/"
cp -R README.md LICENSE docs examples "$stage/share/doc/popcorncc/"
cp artifacts/musl/musl/COPYRIGHT "$stage/share/doc/popcorncc/COPYRIGHT.musl"
bin/popcorn-cc --print-man > "$stage/share/man/man1/popcorn-cc.1"
bin/popcorn --print-man > "$stage/share/man/man1/popcorn.1"
echo '.so man1/popcorn.1' > "$stage/share/man/man1/popcorn-strip.1"
cp .ci/uninstall.sh "$stage/lib/popcorncc/uninstall"
(cd "$stage" && find . -type f | sed 's,^\./,,' | LC_ALL=C sort) > artifacts/install.files

while IFS= read -r file; do
  [ ! -e "$target/$file" ] && [ ! -L "$target/$file" ] || die "$target/$file is there already and is not PopcornCC's: nothing was installed"
done < artifacts/install.files

# Folders that are made now are ours to remove later, innermost first; those that were there are not.
: > artifacts/install.folders
(cd "$stage" && find . -type d | sed 's,^\./,,' | LC_ALL=C sort) | while IFS= read -r folder; do
  [ -d "$target/$folder" ] || echo "$folder" >> artifacts/install.folders
done
mkdir -p "$target" || die "cannot make $target"
cp -R "$stage/." "$target/" || die "cannot write to $target"
{
  sed 's/^/f /' artifacts/install.files
  LC_ALL=C sort -r artifacts/install.folders | sed 's/^/d /'
} > "$list"
rm -rf "$stage" artifacts/install.files artifacts/install.folders
say "installed to $target; $prefix/bin/popcorn-cc compiles, $prefix/lib/popcorncc/uninstall removes it all"
