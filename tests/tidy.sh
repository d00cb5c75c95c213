#!/usr/bin/env bash
# clang-tidy over the C++ files that changed, each file as it stands: without a precompiled header, which would hide a
# missing include, and not in batches. Nothing has to be built before.
#
#   tests/tidy.sh [--all] [--minutes N] [--base COMMIT]
#
# Changed is what differs from the merge base with the remote's default branch, or, where that is this very commit
# or unknown, from the commit before; uncommitted files count. A header stands for the source of the same name.
# After N minutes no further file is begun, and how many were left is said.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all=no build=build/tidy minutes=0 base=
while (($#)); do
    case $1 in
    --all) all=yes ;;
    --minutes) minutes=$2 && shift ;;
    --base) base=$2 && shift ;;
    *) echo "usage: tests/tidy.sh [--all] [--minutes N] [--base COMMIT]" >&2 && exit 2 ;;
    esac
    shift
done

git_here() { git -c safe.directory="$PWD" "$@" 2>/dev/null; }

find_base() {
    local head remote
    head=$(git_here rev-parse HEAD) || return 1
    for remote in origin/HEAD origin/main origin/master; do
        base=$(git_here merge-base HEAD "$remote") && [[ $base != "$head" ]] && return
    done
    base=$(git_here rev-parse HEAD~1)
}

every_source() { find core ui app installer tests -name '*.cpp' | sort; }

changed_sources() {
    local file
    { git_here diff --name-only --diff-filter=d "$base" -- core ui app installer tests
      git_here ls-files --others --exclude-standard -- core ui app installer tests; } | sort -u |
        while read -r file; do
            case $file in
            *.cpp) echo "$file" ;;
            *.h) [[ ! -e ${file%.h}.cpp ]] || echo "${file%.h}.cpp" ;;
            esac
        done | sort -u
}

configure() { cmake --log-level=WARNING --preset tidy && cmake --build "$build" --target mailseal-generated; }

if [[ $all == no && -z $base ]] && ! find_base; then
    all=yes # a tarball, or a clone of one commit: everything is new
fi
if [[ $all == yes ]]; then
    echo "tidy: all sources"
    files=$(every_source)
else
    echo "tidy: sources changed since $(git_here log -1 --format='%h %s' "$base")"
    files=$(changed_sources)
fi
# Qt's moc files are all that the sources include and no one has written.
if ! said=$(configure 2>&1); then
    printf '%s\ntidy: could not be configured\n' "$said"
    exit 2
fi
# Only what the build knows: a file that is compiled nowhere has no flags.
known=$(sed -nE 's/^ *"file": "(.*)",?$/\1/p' "$build/compile_commands.json" | sed "s,^$PWD/,,")
files=$(comm -12 <(sort -u <<<"$files") <(sort -u <<<"$known"))
if [[ -z $files ]]; then
    echo "tidy: nothing to check"
    exit 0
fi

export BUILD=$build DEADLINE=0
((minutes == 0)) || DEADLINE=$(($(date +%s) + minutes * 60))
one_file() {
    if ((DEADLINE && $(date +%s) > DEADLINE)); then
        echo "tidy: left out for time: $1"
        return 0
    fi
    local output
    if output=$(clang-tidy-14 -p "$BUILD" --quiet "$1" 2>&1); then
        echo "tidy: fine: $1"
    else
        printf 'tidy: FAILED: %s\n%s\n' "$1" "$output"
        return 1
    fi
}
export -f one_file
# The order is mixed but the same every time, so that a bounded run reaches every folder.
sort -R --random-source=LICENSE <<<"$files" |
    xargs -P "$(nproc)" -d '\n' -n 1 bash -c 'one_file "$1"' tidy
