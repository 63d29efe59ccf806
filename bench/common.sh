# Sourced by the scripts of this folder from the checkout's root: sets up what they need, the reference compiler with the same C library, and the
# counting of instructions. `out` names the folder for everything made.
. .ci/setup.sh

mkdir -p "$out"
install_missing $RUN_PACKAGES $TEST_PACKAGES
build_tools
build_libc

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
reference() { # ISA: where clang finds things, for the functions below
  root=$out/musl-$1
  resources=$(clang-19 -print-resource-dir)
  case $1 in
    x86_64) triple=x86_64-linux-gnu libgcc=$(ls /usr/lib/gcc/x86_64-linux-gnu/*/libgcc.a | head -n 1) ;;
    aarch64) triple=aarch64-linux-gnu libgcc=$(ls /usr/lib/gcc-cross/aarch64-linux-gnu/*/libgcc.a | head -n 1) ;;
  esac
}
clang_compile() { # ISA SOURCE OUTPUT FLAG...
  reference "$1"
  source=$2 object=$3
  shift 3
  clang-19 --target=$triple -O2 -nostdlibinc -isystem "$root/include" -isystem "$resources/include" -Iruntime/include "$@" -c "$source" -o "$object"
}
clang_link() { # ISA OUTPUT OBJECT...
  reference "$1"
  output=$2
  shift 2
  ld.lld-19 -static --gc-sections -o "$output" "$root/lib/crt1.o" "$root/lib/crti.o" "$@" --start-group "$root/lib/libc.a" "$libgcc" --end-group "$root/lib/crtn.o"
}
clang() { # ISA SOURCE OUTPUT
  clang_compile "$1" "$2" "$3.o"
  clang_link "$1" "$3" "$3.o"
}
instructions() { # PROGRAM ARGUMENT...; standard input goes through
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
