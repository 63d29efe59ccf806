#!/bin/sh
# bench/run.sh: what a program that can move costs, in three tables: instructions (callgrind) beside clang-19 -O2 with the same musl, the time
# of a move by depth of the stack, and bytes in the file. Instruction counts do not depend on how busy the machine is; times do.
set -eu
cd "$(dirname "$0")/.."
out=$PWD/artifacts/bench
. bench/common.sh

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
