#!/bin/sh
# bench/run.sh: what a program that can move costs, in tables: instructions (callgrind) beside clang-19 -O2 with the same musl, the time
# of a move by depth of the stack and by heap, and bytes in the file. Instruction counts do not depend on how busy the machine is; times do.
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

# The nodes of the next two tables are native processes on this machine.
echo
echo "A move between two x86-64 nodes, in microseconds (median of 40)"
printf '%-7s %9s %9s %9s %9s %12s\n' frames capture transfer resume total "a frame"
for depth in 1 20 100 1000; do
  rm -f $out/moves.log
  bin/popcorn run --nodes x86-64,x86-64 --log $out/moves.log $out/moves $depth 40 > /dev/null
  awk -v depth=$depth -f bench/moves.awk $out/moves.log
done

echo
echo "A move by the heap in use, between two x86-64 nodes: all of it changed, and one page in a thousand; beside it write and read of the heap through a Unix socket"
bin/popcorn-cc -O2 bench/heap.c -o $out/heap
clang x86_64 bench/socket.c $out/socket
printf '%6s %10s %13s %10s %13s %13s\n' MiB "pages" "all, us" "pages" "1/1000, us" "socket, us"
for size in 1 10 75 300; do
  for every in 1 1000; do
    rm -f $out/heap.log
    bin/popcorn run --nodes x86-64,x86-64 --log $out/heap.log $out/heap $size 20 $every > /dev/null
    awk -v depth=heap -f bench/moves.awk $out/heap.log > $out/heap.$every
    sed -n 's/.* pages=\([0-9]*\) .*/\1/p' $out/heap.log | tail -n 1 >> $out/heap.$every
  done
  awk -v size=$size -v socket="$($out/socket $size 20)" '{ v[NR] = NF > 1 ? $5 : $1 } END { printf "%6d %10d %13d %10d %13d %13d\n", size, v[2], v[1], v[4], v[3], socket }' $out/heap.1 $out/heap.1000
done
cat << 'EOF'
Published, not measured here (the distribution's CRIU 3.17 does not start on recent kernels), stop plus restart in milliseconds:
  CRIU: 5.3 + 3.9 small, 43.5 + 14.6 at 75 MB; Wanco: 1.05 + 0.1 small, 38.9 + 26.9 at 71 MB
EOF
