# Sourced by run.sh and test.sh from the checkout's root: installs what is missing, builds the tools and the C library, and does
# nothing of that when it is up to date. Everything made goes to artifacts/; stamps there hold the hash of what a step was made from.

# Packages of Debian 12. libllvm19: code generation; qemu-user: the node of the other ISA; libgcc: the compiler's run-time helpers of both ISAs.
RUN_PACKAGES="libllvm19 qemu-user"
# Only tests and bench use these: reference compilers and tools that must accept our files.
TEST_PACKAGES="clang-19 llvm-19 lld-19 gcc binutils gcc-aarch64-linux-gnu musl-dev valgrind gdb gdb-multiarch make procps bzip2 xz-utils cmake csmith libcsmith-dev sqlite3 tcl"

say() { echo "== $*"; }
die() { echo "error: $*" >&2; exit 1; }

# install_missing PACKAGE...: with apt-get, as root or through sudo.
install_missing() {
  missing=
  if ! command -v dpkg-query >/dev/null; then
    echo "note: not a Debian system; needed here: $*" >&2
    return 0
  fi
  for package in "$@"; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  say "installing$missing"
  root=
  [ "$(id -u)" = 0 ] || root=sudo
  # Words are meant to be split here.
  # shellcheck disable=SC2086
  {
    $root apt-get -qq update >&2 || die "apt-get update failed"
    DEBIAN_FRONTEND=noninteractive $root apt-get -qq install -y --no-install-recommends $missing >&2 || die "apt-get could not install$missing"
  }
}

hash_of() { LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1; }

# The sources of the tools, for their stamp.
tool_sources() {
  find compiler linker stackmap runtime/Node -name obj -prune -o -name bin -prune -o -type f \( -name '*.cs' -o -name '*.csproj' \) -print
  ls Directory.Build.props Directory.Packages.props global.json .ci/setup.sh
}

publish() { # PROJECT OUTPUT
  # Ready-to-run code halves the start-up time; it needs a package more, so do without where that cannot be had.
  dotnet publish "$1" -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -p:RunAnalyzers=false -o "$2" --nologo -v q ||
    dotnet publish "$1" -c Release -r "$rid" --self-contained false -p:RunAnalyzers=false -o "$2" --nologo -v q || die "the build of $1 failed"
}

build_tools() {
  command -v dotnet >/dev/null || die "the .NET SDK 10 is not installed (https://dot.net)"
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  case $(uname -m) in
    aarch64) rid=linux-arm64 ;;
    *) rid=linux-x64 ;;
  esac
  hash=$(tool_sources | hash_of)
  if [ "$(cat artifacts/tools.stamp 2>/dev/null)" != "$hash" ]; then
    say "building popcorn-cc and popcorn"
    rm -rf artifacts/popcorn-cc artifacts/popcorn artifacts/tools.stamp
    publish compiler/Cli/popcorn-cc.csproj artifacts/popcorn-cc
    publish runtime/Node/popcorn.csproj artifacts/popcorn
    echo "$hash" > artifacts/tools.stamp
  fi
}

build_libc() {
  hash=$({ tool_sources; find runtime/c runtime/libc runtime/include -type f; ls .ci/fetch-source.sh .ci/sources.list; } | hash_of)
  if [ "$(cat artifacts/libc.stamp 2>/dev/null)" != "$hash" ]; then
    say "building the C library (once; about a minute)"
    rm -f artifacts/libc.stamp
    sh runtime/libc/fetch-musl.sh artifacts/musl
    bin/popcorn-cc --build-libc
    echo "$hash" > artifacts/libc.stamp
  fi
}
