#!/usr/bin/env bash
# Documents: everything that sources, scripts and documents cite is there. Links between documents and their
# headings, `docs/x.md "Heading"` in comments, and no document by a bare name that the repository does not hold.
#
#   tests/docs.sh [FOLDER]       checks the tree (this one, unless another is named)
#   tests/docs.sh --self-check   proves that each rule is broken by a file that breaks it, and by no other
set -euo pipefail

broken=0
complain() { # FILE:LINE RULE WHAT
    echo "$1: $2: $3"
    broken=$((broken + 1))
}

# Whoever may cite a document.
citing() {
    (cd "$tree" && find . \( -name .git -o -name build \) -prune -o \
        \( -name '*.cpp' -o -name '*.h' -o -name '*.in' -o -name '*.md' -o -name '*.py' -o -name '*.sh' -o \
        -name '*.json' -o -name CMakeLists.txt \) -type f -print | sed 's,^\./,,' | grep -vx 'tests/docs[.]sh' | sort)
}

# found PATTERN FILE…: each match as path:number:text.
found() {
    local pattern=$1
    shift
    (cd "$tree" && grep -noHE "$pattern" "$@") || true
}

# headings FILE: the text of each heading, without the text of code blocks.
headings() { awk '/^ *```/ { code = !code } !code && /^#+ / { sub(/^#+ +/, ""); print }' "$1"; }

# anchor TEXT: a heading as it stands behind "#" in a link.
anchor() {
    LC_ALL=C.UTF-8 sed -E 's/[A-Z]/\L&/g; s/[^a-z0-9äöüß _-]//g; s/ /-/g' <<<"$1"
}

check_link() { # FILE:LINE FROM-FOLDER LINK
    local path=${3%%#*} part=
    [[ $3 != *'#'* ]] || part=${3#*#}
    [[ $path == *://* || $path == mailto:* ]] && return
    local target=$tree/$2/$path
    [[ -n $path ]] || target=$tree/${1%%:*}
    [[ -e $target ]] || { complain "$1" link "$3 is not there" && return; }
    [[ -n $part ]] || return 0
    local heading
    while read -r heading; do
        [[ $(anchor "$heading") != "$part" ]] || return 0
    done < <(headings "$target")
    complain "$1" heading "$path has no heading #$part"
}

# Links as Markdown has them.
check_links() { # DOCUMENT…
    local file number link
    while IFS=: read -r file number link; do
        link=${link#*](}
        check_link "$file:$number" "$(dirname "$file")" "${link%)}"
    done < <(found '\]\([^) ]+\)' "$@")
}

# citations FILE…: each `docs/x.md "Heading"` as path:number:text; a comment may break between the words.
citations() {
    (cd "$tree" && grep -lE '\bdocs/[a-z-]+[.]md' "$@" | xargs -r awk '
        function cited(text, own,    rest, at, before) {
            for (before = 0; match(rest = substr(text, before + 1), /docs\/[a-z-]+[.]md( "[^"]+")?/); ) {
                at = before + RSTART
                if (at <= own) print file ":" line ":" substr(rest, RSTART, RLENGTH)
                before = at + RLENGTH - 1
            }
        }
        { continued = $0; sub(/^ *(\/\/\/?<?|#) */, "", continued) }
        NR > 1 { cited(FNR > 1 ? last " " continued : last, length(last)) }
        { last = $0; file = FILENAME; line = FNR }
        END { if (NR) cited(last, length(last)) }')
}

# The heading that a comment cites behind the document's name is one of the document's.
check_citations() { # FILE…
    local file number cited path wanted
    while IFS=: read -r file number cited; do
        path=${cited%% \"*}
        [[ -e $tree/$path ]] || { complain "$file:$number" document "$path is not there" && continue; }
        [[ $cited == *\"* ]] || continue
        wanted=${cited#*\"}
        headings "$tree/$path" | grep -xF -- "${wanted%\"}" >/dev/null ||
            complain "$file:$number" heading "$path has no heading \"${wanted%\"}\""
    done < <(citations "$@")
}

# A document in capitals (README.md) lies at the root, or beside whoever cites it.
check_names() { # FILE…
    local file number name
    while IFS=: read -r file number name; do
        [[ -e $tree/$name || -e $tree/$(dirname "$file")/$name ]] ||
            complain "$file:$number" document "$name is not there"
    done < <(found '\b[A-Z]{2,}[.]md\b' "$@")
    while IFS=: read -r file number name; do
        complain "$file:$number" document "$name: there is no such document"
    done < <(found '\b(ARCHITECTURE rule [0-9]+|PLATFORM:|FIELD [A-G0-9]+\b)' "$@")
}

# A path in `code` of a document is there, as far as it is one of the tree's; * stands for any name.
check_paths() { # DOCUMENT…
    local file number path
    while IFS=: read -r file number path; do
        path=${path//\`/}
        compgen -G "$tree/$path" >/dev/null || complain "$file:$number" path "$path is not there"
    done < <(found '`(app|core|ui|tests|resources|installer|docs)/[A-Za-z0-9_./*-]+`' "$@")
}

check_tree() {
    local files documents
    mapfile -t files < <(citing)
    mapfile -t documents < <(cd "$tree" && find README.md CONTRIBUTING.md docs -name '*.md' 2>/dev/null | sort)
    ((${#documents[@]} > 0)) || complain "$tree" documents "there are none"
    check_citations "${files[@]}"
    check_names "${files[@]}"
    check_links "${documents[@]}"
    check_paths "${documents[@]}"
    echo "documents: ${#documents[@]}, looked for in ${#files[@]} files, $broken broken"
}

# fixture RULE FILE TEXT: a tree that is fine but for one file breaks exactly that rule.
fixture() {
    local rule=$1 file=$2 text=$3 output status=0
    mkdir -p "$fixtures/docs" "$fixtures/$(dirname "$file")"
    printf '# Title\n\nSee [b](b.md#two-words) and `docs`.\n' >"$fixtures/docs/a.md"
    printf '# B\n\n## Two words\n' >"$fixtures/docs/b.md"
    printf '%s\n' "$text" >"$fixtures/$file"
    output=$("$0" "$fixtures") || status=$?
    rm -rf "${fixtures:?}"/*
    if [[ $rule == fine && $status == 0 ]] ||
        [[ $rule != fine && $status == 1 && $output == *": $rule: "* && $output == *", 1 broken" ]]; then
        echo "PASS   : documents fixture $file ($rule): $text"
    else
        echo "FAIL!  : documents fixture $file ($rule): $text"
        echo "$output"
        broken=$((broken + 1))
    fi
}

self_check() {
    fixtures=$(mktemp -d)
    trap 'rm -rf "$fixtures"' EXIT
    fixture fine core/x.h '/// As docs/b.md "Two words" says, and docs/a.md.'
    fixture fine README.md '[a](docs/a.md) and [out](https://example.org/x.md)'
    fixture fine core/x.h $'/// As one document says (docs/b.md "Two\n/// words").'
    fixture document core/x.h '/// As docs/c.md says.'
    fixture heading core/x.h '/// As docs/b.md "Three words" says.'
    fixture heading core/x.h $'/// As one document says (docs/b.md\n/// "Three words").'
    fixture document core/x.h '/// As TRUST.md says.'
    fixture document core/x.h '/// no clock (ARCHITECTURE rule 2).'
    fixture link docs/c.md '[x](nowhere.md)'
    fixture heading docs/c.md '[x](b.md#three-words)'
    fixture path docs/c.md 'in `core/nowhere/x.cpp`'
}

tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [[ ${1:-} == --self-check ]]; then
    self_check
else
    [[ -z ${1:-} ]] || tree=$(cd "$1" && pwd)
    check_tree
fi
((broken == 0))
