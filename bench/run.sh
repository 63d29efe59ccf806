#!/bin/sh
# bench/run.sh: what a program that can move costs, in three tables: instructions (callgrind) beside clang-19 -O2 with the same musl, the time
# of a move by depth of the stack, and bytes in the file. Instruction counts do not depend on how busy the machine is; times do.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh

mkdir -p artifacts/bench
install_missing $RUN_PACKAGES $TEST_PACKAGES
build_tools
build_libc
out=artifacts/bench

# The same musl, by clang, for both ISAs: what a user would have without us.
reference_libc() { # ISA TRIPLE
  [ ! -f "$out/musl-$1/stamp" ] || return 0
  say "building musl for $1 with clang (once)"
  rm -rf "$out/musl-$1"
  mkdir -p "$out/musl-$1/build"
  source=$PWD/artifacts/musl/musl
  (cd "$out/musl-$1/build" &&
    CC="clang-19 --target=$2" AR=llvm-ar-19 RANLIB=llvm-ranlib-19 CFLAGS="-O2 -w" \
      "$source/configure" --target="$1-linux-musl" --prefix="$PWD/.." --disable-shared >configure.log 2>&1 &&
    make -j2 install >make.log 2>&1) || die "musl for $1 did not build: see $out/musl-$1/build"
  touch "$out/musl-$1/stamp"
}
clang() { # ISA SOURCE OUTPUT
  root=$out/musl-$1
  resources=$(clang-19 -print-resource-dir)
  case $1 in
    x86_64) triple=x86_64-linux-gnu libgcc=$(ls /usr/lib/gcc/x86_64-linux-gnu/*/libgcc.a | head -n 1) ;;
    aarch64) triple=aarch64-linux-gnu libgcc=$(ls /usr/lib/gcc-cross/aarch64-linux-gnu/*/libgcc.a | head -n 1) ;;
  esac
  clang-19 --target=$triple -O2 -nostdlibinc -isystem "$root/include" -isystem "$resources/include" -Iruntime/include -c "$2" -o "$3.o"
  ld.lld-19 -static --gc-sections -o "$3" "$root/lib/crt1.o" "$root/lib/crti.o" "$3.o" --start-group "$root/lib/libc.a" "$libgcc" --end-group "$root/lib/crtn.o"
}
instructions() { # PROGRAM
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" 2>&1 >/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

reference_libc x86_64 x86_64-linux-gnu
reference_libc aarch64 aarch64-linux-gnu

echo
echo "Instructions on x86-64, not moving"
printf '%-12s %14s %14s %9s  %s\n' program "clang -O2" "popcorn-cc -O2" overhead output
for program in recursion sorting matrix nbody hashing strings allocation mandelbrot queens; do
  clang x86_64 bench/$program.c $out/$program.clang
  clang aarch64 bench/$program.c $out/$program.clang-aarch64
  bin/popcorn-cc -O2 bench/$program.c -o $out/$program
  theirs=$(instructions $out/$program.clang)
  ours=$(instructions $out/$program)
  same=differs
  [ "$($out/$program.clang)" = "$($out/$program)" ] && same=same
  awk -v p=$program -v t="${theirs:-0}" -v o="${ours:-0}" -v s=$same 'BEGIN { printf "%-12s %14d %14d %8.1f%%  %s\n", p, t, o, t ? (o - t) * 100 / t : 0, s }'
done

echo
echo "Bytes"
printf '%-12s %10s %10s %10s %10s   %s\n' program "hot text" "resume" "maps" "file" "clang: text x86-64 + AArch64, files"
for program in recursion strings allocation; do
  bytes() { size -A "$1" 2>/dev/null | awk -v w="$2" '$1 ~ w { s += $2 } END { print s + 0 }'; }
  bin/popcorn inspect --sizes $out/$program > $out/sizes
  printf '%-12s %10s %10s %10s %10s   %s + %s, %s + %s\n' $program \
    "$(awk '$1 == "text" { print $2 }' $out/sizes)" "$(awk '$1 == "resume" { print $2 }' $out/sizes)" "$(awk '$1 == "maps" { print $2 }' $out/sizes)" \
    "$(stat -c %s $out/$program)" "$(bytes $out/$program.clang '^.text')" "$(bytes $out/$program.clang-aarch64 '^.text')" \
    "$(stat -c %s $out/$program.clang)" "$(stat -c %s $out/$program.clang-aarch64)"
done
echo "(hot text and resume: x86-64 + AArch64 together; maps: the neutral map and both ISAs' maps)"

echo
echo "A move, in microseconds (median of 40; x86-64 to AArch64 under qemu and back)"
bin/popcorn-cc -O2 bench/moves.c -o $out/moves
printf '%-7s %9s %9s %9s %9s %12s\n' frames capture transfer resume total "a frame"
for depth in 1 10 100 1000; do
  rm -f $out/moves.log
  bin/popcorn run --log $out/moves.log $out/moves $depth 40 > /dev/null
  awk -v depth=$depth -f bench/moves.awk $out/moves.log
done
