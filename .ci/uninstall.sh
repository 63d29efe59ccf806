#!/bin/sh
# Removes the PopcornCC that this file was installed with: the files in the list beside it, then the folders that its installation made, if nothing else has come into them.
set -eu
cd "$(dirname "$0")"
here=$PWD
cd ../..
prefix=$PWD
[ -f "$here/installed" ] || { echo "uninstall: $here/installed is missing: what belongs to PopcornCC is not known" >&2; exit 1; }
list=$(cat "$here/installed")
rm -f "$here/installed"
echo "$list" | sed -n 's/^f //p' | while IFS= read -r file; do rm -f "$file"; done
echo "$list" | sed -n 's/^d //p' | while IFS= read -r folder; do
  # `.` is the prefix itself.
  [ "$folder" = . ] && continue
  rmdir "$folder" 2> /dev/null || echo "uninstall: kept $prefix/$folder: something else is in it" >&2
done
case "$list" in
  *"d ."*) cd / && { rmdir "$prefix" 2> /dev/null || :; } ;;
esac
echo "uninstalled from $prefix"
