#!/usr/bin/env bash
# Every picture: all.sh PROGRAM FOLDER
set -euo pipefail
program=$1 folder=$2
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
for appearance in light dark; do
    for language in en de; do
        "$program" "$folder/$language-$appearance" --language "$language" --appearance "$appearance"
    done
done
QT_SCALE_FACTOR=2 "$program" "$folder/en-light-200" --size 1100x720
"$program" "$folder/en-light-rtl" --rtl
"$program" "$folder/de-light-small" --language de --size 860x560
