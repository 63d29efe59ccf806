#!/bin/sh
# bench/quality.sh: the code of popcorn-cc beside that of clang-19 -O2, in instructions (callgrind), over this folder's programs and three real ones: once
# without migration points (-fno-popcorn, the C library too), which is the front end's doing alone, and once as programs are built.
set -eu
cd "$(dirname "$0")/.."
out=$PWD/artifacts/bench
. bench/common.sh
reference_libc x86_64 x86_64-linux-gnu

plain=$out/libc-plain
if [ "$(cat "$plain/of" 2>/dev/null)" != "$(cat artifacts/libc/current)" ]; then
  say "building the C library without migration points (once)"
  bin/popcorn-cc --build-libc "$plain" -fno-popcorn
  cp artifacts/libc/current "$plain/of"
fi

sh .ci/fetch-source.sh artifacts/sources lua5.4 zlib sqlite3
sources=artifacts/sources
if [ ! -f "$out/sqlite/sqlite3.c" ]; then
  say "making SQLite's amalgamation (once)"
  mkdir -p "$out/sqlite"
  (cd "$out/sqlite" && ../../sources/sqlite3/configure --disable-tcl --disable-readline >configure.log 2>&1 && make sqlite3.c shell.c >make.log 2>&1) || die "see $out/sqlite/make.log"
fi

# popcorn MODE SOURCE OBJECT FLAG...: MODE is plain or movable.
popcorn_compile() {
  mode=$1 source=$2 object=$3
  shift 3
  if [ "$mode" = plain ]; then
    POPCORN_SYSROOT=$plain bin/popcorn-cc -O2 -fno-popcorn -Iruntime/include "$@" -c "$source" -o "$object"
  else
    bin/popcorn-cc -O2 "$@" -c "$source" -o "$object"
  fi
}
popcorn_link() { # MODE OUTPUT OBJECT...
  mode=$1 output=$2
  shift 2
  if [ "$mode" = plain ]; then POPCORN_SYSROOT=$plain bin/popcorn-cc "$@" -o "$output"; else bin/popcorn-cc "$@" -o "$output"; fi
}
# build NAME "FLAGS" SOURCE...: NAME.clang, NAME.plain and NAME.movable.
build() {
  name=$1 flags=$2
  shift 2
  for by in clang plain movable; do
    objects=
    for file in "$@"; do
      object=$out/$name.$(basename "$file" .c).$by.o
      objects="$objects $object"
      # FLAGS and the objects are words.
      # shellcheck disable=SC2086
      if [ $by = clang ]; then clang_compile x86_64 "$file" "$object" -w $flags; else popcorn_compile $by "$file" "$object" -w $flags; fi
    done
    # shellcheck disable=SC2086
    if [ $by = clang ]; then clang_link x86_64 "$out/$name.clang" $objects; else popcorn_link $by "$out/$name.$by" $objects; fi
  done
}
printf '%-12s %14s %14s %9s %14s %9s  %s\n' program "clang -O2" "-fno-popcorn" "" "popcorn-cc -O2" "" output
# row NAME INPUT PROGRAM ARGUMENT...
row() {
  name=$1 input=$2 program=$3
  shift 3
  theirs=$(instructions "$out/$program.clang" "$@" <"$input")
  plainly=$(instructions "$out/$program.plain" "$@" <"$input")
  ours=$(instructions "$out/$program.movable" "$@" <"$input")
  same=same
  "$out/$program.clang" "$@" <"$input" >"$out/output.clang"
  for by in plain movable; do
    "$out/$program.$by" "$@" <"$input" | cmp -s - "$out/output.clang" || same=differs
  done
  printf '%s %s %s\n' "$theirs" "$plainly" "$ours" >>"$out/quality.figures"
  awk -v n="$name" -v t="$theirs" -v p="$plainly" -v o="$ours" -v s=$same \
    'BEGIN { printf "%-12s %14d %14d %8.1f%% %14d %8.1f%%  %s\n", n, t, p, (p - t) * 100 / t, o, (o - t) * 100 / t, s }'
}

: >"$out/quality.figures"
for program in recursion sorting matrix nbody hashing strings allocation mandelbrot queens; do
  build $program "" bench/$program.c
  row $program /dev/null $program
done
build lua "-DLUA_USE_POSIX -DLUA_COMPAT_5_3" $(ls $sources/lua5.4/src/*.c | grep -v '/luac\.c$')
row lua bench/mixed.lua lua -
build zlib "-DHAVE_UNISTD_H -DHAVE_HIDDEN -I$sources/zlib" $sources/zlib/*.c $sources/zlib/test/minigzip.c
head -c 400000 "$out/sqlite/sqlite3.c" >"$out/text"
row deflate "$out/text" zlib
"$out/zlib.clang" <"$out/text" >"$out/text.gz"
row inflate "$out/text.gz" zlib -d
build sqlite "-DSQLITE_THREADSAFE=0 -DSQLITE_OMIT_LOAD_EXTENSION -I$out/sqlite" "$out/sqlite/sqlite3.c" "$out/sqlite/shell.c"
row sqlite bench/mixed.sql sqlite
awk '{ p += log($2 / $1); o += log($3 / $1) } END { printf "%-12s %14s %14s %8.1f%% %14s %8.1f%%\n", "geom. mean", "", "", (exp(p / NR) - 1) * 100, "", (exp(o / NR) - 1) * 100 }' "$out/quality.figures"
