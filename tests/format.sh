#!/usr/bin/env bash
# Are all C++ files formatted as .clang-format says, and no line of the scripts over 120 columns?
#
#   tests/format.sh [--fix]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mapfile -d '' files < <(find core ui app installer tests \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z)
((${#files[@]} > 0)) || { echo "format: no sources found" >&2; exit 1; }
if [[ ${1:-} == --fix ]]; then
    clang-format-14 -i "${files[@]}"
    exit
fi
clang-format-14 --dry-run -Werror "${files[@]}"
# Columns, not bytes: mawk, Debian's awk, knows no UTF-8.
long=$(LC_ALL=C.UTF-8 grep -nE '^.{121}' \
    "${files[@]}" installer/*.sh tests/*.sh tests/lab/*.sh tests/lab/*.py tests/bench/*.py tests/package/*.py) || true
if [[ -n $long ]]; then
    printf 'over 120 columns:\n%s\n' "$long"
    exit 1
fi
echo "format: ${#files[@]} files are fine"
