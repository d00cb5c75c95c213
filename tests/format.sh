#!/usr/bin/env bash
# Are all C++ files formatted as .clang-format says, and no line of the scripts over 120 columns?
#
#   tests/format.sh [--fix]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mapfile -d '' files < <(find core ui app tests \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z)
((${#files[@]} > 0)) || { echo "format: no sources found" >&2; exit 1; }
if [[ ${1:-} == --fix ]]; then
    clang-format-14 -i "${files[@]}"
    exit
fi
clang-format-14 --dry-run -Werror "${files[@]}"
long=$(awk 'length > 120 { print FILENAME ":" FNR ": " length " columns" }' \
    "${files[@]}" installer/*.sh tests/*.sh tests/lab/*.sh tests/lab/*.py tests/bench/*.py)
if [[ -n $long ]]; then
    echo "$long"
    exit 1
fi
echo "format: ${#files[@]} files are fine"
