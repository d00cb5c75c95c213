#!/usr/bin/env bash
# Who may include whom, and what stands nowhere else: the architecture's rules, by grep.
#
#   tests/layering.sh [FOLDER]       checks the tree (this one, unless another is named)
#   tests/layering.sh --self-check   proves that each rule is broken by a file that breaks it, and by no other
set -euo pipefail

# layer: what it may include beside itself.
allowed() {
    case $1 in
    values) echo "" ;;
    dialogue | chain | compare | report | examples) echo "values" ;;
    policy) echo "values chain" ;;
    net) echo "values dialogue" ;;
    audit | conformance) echo "values dialogue net" ;;
    inspector) echo "values dialogue net chain policy audit conformance compare examples report" ;;
    ui) echo "inspector examples values compare report" ;;
    app) echo "ui inspector values dialogue net chain policy audit conformance compare examples report" ;;
    *) return 1 ;;
    esac
}
layers=(values dialogue chain compare report examples policy net audit conformance inspector)

# sources FOLDER…: every C++ file there.
sources() {
    local folder
    for folder in "$@"; do
        if [[ -d $folder ]]; then find "$folder" -name '*.cpp' -o -name '*.h'; fi
    done | sort
}

# code FILE: the file without comments to the line's end, each line with its number.
code() { sed -E 's,(^|[[:space:]])//.*,,' "$1" | grep -n '' || true; }

broken=0
complain() {
    echo "$1: $2: $3"
    broken=$((broken + 1))
}

layer_of() {
    case $1 in
    core/*) local rest=${1#core/} && echo "${rest%%/*}" ;;
    ui/*) echo ui ;;
    app/*) echo app ;;
    esac
}

check_includes() {
    local file=$1 layer=$2 number include first may
    may=$(allowed "$layer") || {
        complain "$file" "layer" "core/$layer is not in the table of layers"
        return
    }
    while IFS=: read -r number include; do
        first=${include%%/*}
        if [[ $include != */* ]]; then
            # ui's own headers lie at its root; elsewhere a bare name is a neighbour.
            [[ -e $tree/${file%/*}/$include || $layer == ui || $layer == app ]] && continue
            complain "$file:$number" "include" "$include names no layer"
        elif [[ " ${layers[*]} " == *" $first "* && $first != "$layer" && " $may " != *" $first "* ]]; then
            complain "$file:$number" "include" "$layer must not know $first ($include)"
        elif [[ $first == @(ui|panes|models|comparison|app|cli|gui) && $layer != @(ui|app) ]]; then
            complain "$file:$number" "include" "$layer must not know the programs ($include)"
        elif [[ $first == @(app|cli|gui) && $layer == ui ]]; then
            complain "$file:$number" "include" "ui must not know app ($include)"
        fi
    done < <(code "$tree/$file" | sed -nE 's/^([0-9]+):[[:space:]]*#[[:space:]]*include[[:space:]]*"([^"]+)".*/\1:\2/p')
}

# never FILE PATTERN RULE: no line of the file's code holds the pattern.
never() {
    local line
    while read -r line; do
        complain "$1:${line%%:*}" "$3" "${line#*:}"
    done < <(code "$tree/$1" | grep -E "$2" || true)
}

# gui_headers: the names that stand for Qt's Gui and Widgets headers, one alternative each.
gui_headers() {
    local folders=(/usr/include/*/qt6/QtGui /usr/include/*/qt6/QtWidgets)
    [[ -d ${folders[0]} && -d ${folders[1]} ]] || return 1
    # shellcheck disable=SC2010
    ls "${folders[@]}" | grep -E '^Q[A-Za-z0-9]+$|^q[a-z0-9_]+\.h$' | sed 's/\./[.]/' | sort -u | paste -sd'|'
}

check_tree() {
    local file layer gui seen=0
    gui=$(gui_headers) || {
        complain "Qt" "gui" "its Gui and Widgets headers were not found, so their absence cannot be told"
        return
    }
    while read -r file; do
        file=${file#"$tree"/}
        layer=$(layer_of "$file")
        seen=$((seen + 1))
        check_includes "$file" "$layer"
        [[ $file == core/@(chain|examples)/* || $file == core/net/tlsobserver.* ]] ||
            never "$file" '#[[:space:]]*include[[:space:]]*[<"]openssl/' "openssl"
        [[ $file == core/net/unboundresolver.* ]] ||
            never "$file" '#[[:space:]]*include[[:space:]]*[<"]unbound[.]h' "unbound"
        [[ $file == core/examples/* || $file == core/net/@(ssltransport|policyfetcher).* ]] ||
            never "$file" '\bQSslSocket\b' "QSslSocket"
        [[ $file != core/* || $file == core/report/* ]] ||
            never "$file" '\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\(' "prose"
        [[ $file != core/* && $file != app/cli/* ]] ||
            never "$file" "#[[:space:]]*include[[:space:]]*[<\"](Qt(Gui|Widgets)(/|>)|(($gui)[>\"]))" "gui"
    done < <(sources "$tree/core" "$tree/ui" "$tree/app")
    ((seen > 0)) || complain "$tree" "sources" "there are none"
    echo "layering: $seen files, $broken violations"
}

# fixture RULE FILE TEXT: a tree that is fine but for one file breaks exactly that rule.
fixture() {
    local rule=$1 file=$2 text=$3 output
    mkdir -p "$fixtures/core/values" "$fixtures/core/policy" "$fixtures/$(dirname "$file")"
    printf '#include <QString>\n' >"$fixtures/core/values/fine.h"
    printf '#include "values/fine.h"\n// <openssl/x.h>, QSslSocket and tr( in a comment are fine.\n' \
        >"$fixtures/core/policy/fine.h"
    printf '%s\n' "$text" >"$fixtures/$file"
    output=$("$0" "$fixtures") && status=0 || status=1
    rm -rf "${fixtures:?}"/*
    if [[ $rule == fine && $status == 0 ]] || [[ $rule != fine && $status == 1 && $output == *": $rule: "* &&
        $output == *" 1 violations" ]]; then
        echo "PASS   : layering fixture $file ($rule): $text"
    else
        echo "FAIL!  : layering fixture $file ($rule): $text"
        echo "$output"
        broken=$((broken + 1))
    fi
}

self_check() {
    fixtures=$(mktemp -d)
    trap 'rm -rf "$fixtures"' EXIT
    fixture fine core/policy/x.cpp '#include "chain/chain.h"'
    fixture fine core/net/tlsobserver.cpp '#include <openssl/ssl.h>'
    fixture fine core/net/ssltransport.h '#include <QSslSocket>'
    fixture fine core/report/wording.cpp 'QString s = tr("x");'
    fixture fine app/gui/main.cpp '#include <QApplication>'
    fixture fine core/values/x.cpp 'int attr(int); int y = attr(1);'
    fixture include core/values/x.cpp '#include "chain/chain.h"'
    fixture include core/dialogue/x.cpp '#include "net/session.h"'
    fixture include core/report/x.h '#  include "policy/policies.h"'
    fixture include core/policy/x.h '#include "report/wording.h"'
    fixture include core/chain/x.h '#include "panes/pane.h"'
    fixture include core/chain/x.h '#include "theme.h"'
    fixture include ui/x.cpp '#include "net/session.h"'
    fixture include ui/x.cpp '#include "cli/inspect.h"'
    fixture layer core/misc/x.cpp 'int x;'
    fixture openssl core/net/session.cpp '#include <openssl/ssl.h>'
    fixture openssl ui/x.cpp '#include <openssl/x509.h>'
    fixture unbound core/net/resolver.cpp '#include <unbound.h>'
    fixture QSslSocket core/net/session.cpp '#include <QSslSocket>'
    fixture QSslSocket ui/x.cpp 'class QSslSocket;'
    fixture prose core/chain/x.cpp 'return QObject::tr("expired");'
    fixture gui core/report/x.cpp '#include <QColor>'
    fixture gui core/report/x.cpp '#include <QtWidgets>'
    fixture gui app/cli/x.cpp '#include <QLabel>'
}

shopt -s extglob
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [[ ${1:-} == --self-check ]]; then
    self_check
else
    [[ -z ${1:-} ]] || tree=$(cd "$1" && pwd)
    check_tree
fi
((broken == 0))
