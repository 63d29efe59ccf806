#!/bin/sh
# fetch-source.sh [-f] FOLDER NAME...: gets source packages of the distribution, pinned by hash in sources.list beside this script, and unpacks each into
# FOLDER/NAME (with -f: only checks that FOLDER holds the upstream file). What is there already and has the right hash is not fetched again; callers may run
# beside each other. The packages come through a private apt configuration, so that the machine's own is not touched: its mirror, or the usual one.
# POPCORN_SOURCES may name a folder that holds upstream files already, for machines without network.
set -eu

TABLE=$(cd "$(dirname "$0")" && pwd)/sources.list
unpack=1
[ "${1:-}" != -f ] || { unpack=; shift; }
[ $# -ge 2 ] || { echo "usage: $0 [-f] FOLDER NAME..." >&2; exit 2; }
mkdir -p "$1"
FOLDER=$(cd "$1" && pwd)
shift

fail() { echo "fetch-source: $*" >&2; exit 1; }
file_of() { awk -v n="$1" '$1 == n { print $2 }' "$TABLE"; }
hash_of() { awk -v n="$1" '$1 == n { print $3 }' "$TABLE"; }
hash_ok() { # NAME FILE
	[ -f "$2" ] && [ "$(sha256sum < "$2" | cut -d' ' -f1)" = "$(hash_of "$1")" ]
}

exec 9> "$FOLDER/.lock"
flock 9

missing=
for name in "$@"; do
	file=$(file_of "$name")
	[ -n "$file" ] || fail "no package '$name' in $TABLE"
	hash_ok "$name" "$FOLDER/$file" && continue
	if [ -n "${POPCORN_SOURCES:-}" ] && hash_ok "$name" "$POPCORN_SOURCES/$file"; then
		cp "$POPCORN_SOURCES/$file" "$FOLDER/$file"
	else
		missing="$missing $name"
	fi
done

if [ -n "$missing" ]; then
	command -v apt-get > /dev/null || fail "apt-get not found; put the files of$missing that $TABLE names into a folder and name it in POPCORN_SOURCES"
	A=$(mktemp -d)
	trap 'rm -rf "$A"' EXIT
	mkdir -p "$A/lists/partial" "$A/cache/archives/partial" "$A/get"
	. /etc/os-release
	KEY=/usr/share/keyrings/debian-archive-keyring.gpg
	MIRROR=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2> /dev/null | head -n 1)
	echo "deb-src [signed-by=$KEY] ${MIRROR:-http://deb.debian.org/debian} ${VERSION_CODENAME:-bookworm} main" > "$A/list"
	OPT="-o Dir::Etc::SourceList=$A/list -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists=$A/lists -o Dir::Cache=$A/cache -o APT::Sandbox::User=root"
	# Words of OPT and missing are meant to be split.
	# shellcheck disable=SC2086
	{
		apt-get $OPT -qq update >&2 || fail "apt-get update failed"
		(cd "$A/get" && apt-get $OPT -qq --download-only source $missing >&2) || fail "the distribution lacks a source package of:$missing"
	}
	for name in $missing; do
		file=$(file_of "$name")
		[ -f "$A/get/$file" ] || fail "the distribution's $name is no longer $file"
		hash_ok "$name" "$A/get/$file" || fail "$file: SHA-256 differs from the pinned one"
		cp "$A/get/$file" "$FOLDER/$file"
	done
fi
[ -n "$unpack" ] || exit 0

for name in "$@"; do
	stamp=$FOLDER/$name/.unpacked
	[ "$(cat "$stamp" 2> /dev/null)" != "$(hash_of "$name")" ] || continue
	rm -rf "$FOLDER/${name:?}" "$FOLDER/${name:?}.new"
	mkdir "$FOLDER/$name.new"
	tar -xf "$FOLDER/$(file_of "$name")" -C "$FOLDER/$name.new"
	# Most hold one folder, some (tcc) the files themselves.
	top=$(ls -A "$FOLDER/$name.new")
	if [ -d "$FOLDER/$name.new/$top" ]; then
		mv "$FOLDER/$name.new/$top" "$FOLDER/$name"
		rmdir "$FOLDER/$name.new"
	else
		mv "$FOLDER/$name.new" "$FOLDER/$name"
	fi
	hash_of "$name" > "$stamp"
done
