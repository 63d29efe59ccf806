#!/bin/sh
# bench/csmith.sh [options] FIRST LAST: random programs of csmith, one a seed. What gcc and clang at -O0 and -O2 print (they must agree; a seed whose program
# does not end is left out) is what ours at -O0 and -O2 must print: on x86-64, and as asked on AArch64 and while moving. One line a seed that is not equal and a
# summary; exit code 1 after any difference, whose source is kept in the folder.
#   -a K     also on AArch64 (qemu), every Kth seed; 0: never (default 3)
#   -m N     also moved at every Nth migration point, on the seeds of -a (default 0: not moved)
#   -d DIR   where to work (default artifacts/csmith)
#   -s       small programs, for a quick sample
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
each=3 moves=0 work=$root/artifacts/csmith size=
while getopts a:m:d:s o; do
  case $o in
    a) each=$OPTARG ;;
    m) moves=$OPTARG ;;
    d) work=$OPTARG ;;
    s) size="--max-funcs 4 --max-block-depth 2 --max-expr-complexity 6" ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# = 2 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$work"
cd "$work"
include=$(ls -d /usr/include/csmith* | head -n 1)
cc=$root/bin/popcorn-cc

outcome() { # SECONDS PROGRAM...: what it prints, and its exit code
  limit=$1
  shift
  code=0
  timeout "$limit" "$@" 2>&1 || code=$?
  echo "exit $code"
}
bad() { # WHAT
  echo "seed $seed: $1"
  echo "$got" | tail -n 3 | sed 's/^/  /'
  kept=1
}

equal=0 endless=0 differ=0 references=0 aarch64=0 moved=0
seed=$1
while [ "$seed" -le "$2" ]; do
  kept=
  # Sizes are meant to be split into words.
  # shellcheck disable=SC2086
  csmith --seed "$seed" $size > "$seed.c"
  gcc -w -O0 -I"$include" "$seed.c" -o reference
  expected=$(outcome 2 ./reference)
  case $expected in
    *"exit 124")
      endless=$((endless + 1))
      rm -f "$seed.c"
      seed=$((seed + 1))
      continue
      ;;
  esac
  for reference in "gcc -O2" "clang-19 -O0" "clang-19 -O2"; do
    $reference -w -I"$include" "$seed.c" -o reference
    got=$(outcome 10 ./reference)
    [ "$got" = "$expected" ] || { bad "$reference differs from gcc -O0"; break; }
  done
  if [ -n "$kept" ]; then
    references=$((references + 1))
    seed=$((seed + 1))
    continue
  fi
  for level in -O0 -O2; do
    if ! got=$(timeout 300 "$cc" -w $level -I"$include" "$seed.c" -o program 2>&1); then
      bad "popcorn-cc $level does not compile it"
      continue
    fi
    got=$(outcome 20 ./program)
    [ "$got" = "$expected" ] || bad "popcorn-cc $level differs on x86-64"
    { [ "$each" -gt 0 ] && [ $((seed % each)) = 0 ]; } || continue
    "$root/bin/popcorn" thin --arch aarch64 program -o program.aarch64
    got=$(outcome 60 qemu-aarch64 ./program.aarch64)
    [ "$got" = "$expected" ] || bad "popcorn-cc $level differs on AArch64"
    aarch64=$((aarch64 + 1))
    { [ "$moves" -gt 0 ] && [ $level = -O2 ]; } || continue
    got=$(POPCORN_MIGRATE_EVERY=$moves outcome 120 "$root/bin/popcorn" run ./program)
    [ "$got" = "$expected" ] || bad "popcorn-cc $level differs when it moves at every migration point of $moves"
    moved=$((moved + 1))
  done
  if [ -n "$kept" ]; then
    differ=$((differ + 1))
  else
    equal=$((equal + 1))
    rm -f "$seed.c"
  fi
  seed=$((seed + 1))
done
rm -f reference program program.aarch64
echo "seeds $1 to $2: $equal equal, $differ different, $endless do not end, $references where gcc and clang differ; $aarch64 runs on AArch64, $moved moving"
[ $differ = 0 ]
