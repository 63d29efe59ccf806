#!/bin/sh
# Builds PopcornCC and shows it: a C program that says hello from two machines in turn. Ten minutes on a fresh machine, seconds afterwards.
set -eu
cd "$(dirname "$0")"
. .ci/setup.sh

mkdir -p artifacts
install_missing $RUN_PACKAGES
build_tools
build_libc
say "bin/popcorn-cc -O2 -DHELLO_SLEEP=0 examples/popcornhelloS.c -o artifacts/popcornhelloS"
bin/popcorn-cc -O2 -DHELLO_SLEEP=0 examples/popcornhelloS.c -o artifacts/popcornhelloS
say "bin/popcorn run artifacts/popcornhelloS"
bin/popcorn run artifacts/popcornhelloS
