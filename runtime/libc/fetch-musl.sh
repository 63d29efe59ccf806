#!/bin/sh
# fetch-musl.sh DIR [TARBALL]: gets musl's source package from the distribution (or takes TARBALL), checks it, unpacks it into
# DIR/musl, and generates what musl's own Makefile would: DIR/include (the public headers with our port's bits/) and DIR/internal.
# The package is pinned by hash (.ci/sources.list); a second run with everything in place does nothing. No source of musl is kept in this repository.
set -eu

VERSION=1.2.3
PORT=$(cd "$(dirname "$0")" && pwd)
CI=$PORT/../../.ci
ORIG=musl_$VERSION.orig.tar.gz
SHA256=$(awk -v f="$ORIG" '$2 == f { print $3 }' "$CI/sources.list")

[ $# -ge 1 ] || { echo "usage: $0 DIR [TARBALL]" >&2; exit 2; }
mkdir -p "$1"
DIR=$(cd "$1" && pwd)
TARBALL=${2:-$DIR/$ORIG}

fail() { echo "fetch-musl: $*" >&2; exit 1; }

# What the result depends on: the tarball, the port's headers and this script.
STAMP="$SHA256 $(cat "$0" "$PORT"/arch/bits/* | sha256sum | cut -d' ' -f1)"
if [ -f "$DIR/stamp" ] && [ "$(cat "$DIR/stamp")" = "$STAMP" ]; then exit 0; fi

if [ $# -lt 2 ]; then
	"$CI/fetch-source.sh" -f "$DIR" musl || fail "give the tarball: $0 DIR $ORIG"
fi
[ "$(sha256sum < "$TARBALL" | cut -d' ' -f1)" = "$SHA256" ] || fail "$TARBALL: not musl $VERSION (SHA-256 differs from the pinned one)"

rm -rf "$DIR/musl" "$DIR/include" "$DIR/internal" "$DIR/stamp"
mkdir -p "$DIR/musl" "$DIR/include" "$DIR/internal"
tar -xzf "$TARBALL" -C "$DIR/musl" --strip-components=1
M=$DIR/musl

# Two lines of musl hold inline assembly that only orders memory for the compiler, in files that are otherwise neutral.
sed -i -e 's/lsm2_fn \*stage2 = /lsm2_fn *volatile stage2 = /' -e '/__asm__/d' "$M/src/env/__libc_start_main.c"
sed -i -e 's/d = memset(d, 0, n);/static void *(*volatile set)(void *, int, size_t) = memset; set(d, 0, n);/' -e '/__asm__/d' "$M/src/string/explicit_bzero.c"

# fork goes through our port (src/fork.c there): the program must be at home for it.
sed -i 's/__syscall(SYS_clone, SIGCHLD, 0)/__popcorn_fork()/; s/syscall(SYS_clone, SIGCHLD, 0)/__syscall_ret(__popcorn_fork())/' "$M/src/process/_Fork.c" "$M/src/process/vfork.c"
grep -q __popcorn_fork "$M/src/process/_Fork.c" && grep -q __popcorn_fork "$M/src/process/vfork.c" || fail "musl's fork is not as expected"

# Public headers: the generic bits, AArch64's (asm-generic's modern form), ours, each over the one before.
cp -R "$M/include/." "$DIR/include/"
mkdir -p "$DIR/include/bits"
for BITS in "$M/arch/generic/bits" "$M/arch/aarch64/bits" "$PORT/arch/bits"; do cp "$BITS"/*.h "$DIR/include/bits/"; done
sed -i 's/__uint128_t/unsigned __int128/' "$DIR/include/bits/signal.h" "$DIR/include/bits/user.h"
rm -f "$DIR/include/alltypes.h.in" "$DIR/include/bits/syscall.h.in"
sed -f "$M/tools/mkalltypes.sed" "$PORT/arch/bits/alltypes.h.in" "$M/include/alltypes.h.in" > "$DIR/include/bits/alltypes.h"
cp "$M/arch/aarch64/bits/syscall.h.in" "$DIR/include/bits/syscall.h"
sed -n 's/__NR_/SYS_/p' "$M/arch/aarch64/bits/syscall.h.in" >> "$DIR/include/bits/syscall.h"

# Internal headers: the version, and AArch64's kstat.h, which is asm-generic's.
printf '#define VERSION "%s"\n' "$VERSION" > "$DIR/internal/version.h"
cp "$M/arch/aarch64/kstat.h" "$M/arch/generic/fp_arch.h" "$DIR/internal/"
printf '%s\n' "$STAMP" > "$DIR/stamp"
