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
    findings | dialogue | examples) echo "values" ;;
    wire) echo "values findings" ;;
    chain) echo "values wire" ;;
    answers) echo "values wire" ;;
    compare) echo "values wire dialogue findings" ;;
    policy) echo "values wire dialogue chain" ;;
    net) echo "values dialogue" ;;
    conformance) echo "values dialogue net" ;;
    wording) echo "values wire findings answers" ;;
    savedfile) echo "values wire dialogue findings answers wording" ;;
    report) echo "values wire findings answers wording" ;;
    redact) echo "values savedfile" ;;
    inspector) echo "values wire dialogue net chain policy conformance" ;;
    ui) echo "inspector examples values wire dialogue compare findings answers wording savedfile redact report" ;;
    app) echo "ui inspector values wire chain compare findings answers wording savedfile redact report" ;;
    *) return 1 ;;
    esac
}
layers=(values findings wire dialogue net chain policy conformance compare examples answers wording savedfile redact
    report inspector)
ui_rooms=(shell list pages files settings widgets models style)

# sources FOLDER…: every C++ file there.
sources() {
    local folder
    for folder in "$@"; do
        if [[ -d $folder ]]; then find "$folder" -name '*.cpp' -o -name '*.h'; fi
    done | sort
}

# code FILE…: each line as path:number:text, without comments to the line's end.
code() {
    (cd "$tree" && grep -n '' /dev/null "$@") | sed -E 's,^([^:]+:[0-9]+:)//.*,\1,; s,[[:space:]]//.*,,' || true
}

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

check_include() { # FILE NUMBER INCLUDED LAYER MAY
    local file=$1 include=$3 layer=$4 first=${3%%/*}
    if [[ $include != */* ]]; then
        # A bare name is a neighbour.
        [[ -e $tree/${file%/*}/$include ]] && return
        complain "$file:$2" "include" "$include names no layer"
    elif [[ " ${layers[*]} " == *" $first "* && $first != "$layer" && " $5 " != *" $first "* ]]; then
        complain "$file:$2" "include" "$layer must not know $first ($include)"
    elif [[ " ui app cli gui ${ui_rooms[*]} " == *" $first "* && $layer != @(ui|app) ]]; then
        complain "$file:$2" "include" "$layer must not know the programs ($include)"
    elif [[ $first == @(app|cli|gui) && $layer == ui ]]; then
        complain "$file:$2" "include" "ui must not know app ($include)"
    fi
}

check_includes() {
    local file number include layer may last=
    while IFS=: read -r file number include; do
        if [[ $file != "$last" ]]; then
            layer=$(layer_of "$file")
            may=$(allowed "$layer") || may=
            last=$file
        fi
        check_include "$file" "$number" "$include" "$layer" "$may"
    done < <(sed -nE 's/^([^:]+:[0-9]+):[[:space:]]*#[[:space:]]*include[[:space:]]*"([^"]+)".*/\1:\2/p' "$lines")
}

# never RULE PATTERN WHERE [EXCEPT]: no line of code in files WHERE, but for files EXCEPT, holds the pattern.
never() {
    local file number text
    while IFS=: read -r file number text; do
        complain "$file:$number" "$1" "$text"
    done < <(grep -E "^($3)[^:]*:" "$lines" | grep -vE "^(${4:-:})" | grep -E "^[^:]+:[0-9]+:.*($2)" || true)
}

# gui_headers: the names that stand for Qt's Gui and Widgets headers, one alternative each.
gui_headers() {
    local folders=(/usr/include/*/qt6/QtGui /usr/include/*/qt6/QtWidgets)
    [[ -d ${folders[0]} && -d ${folders[1]} ]] || return 1
    # shellcheck disable=SC2010
    ls "${folders[@]}" | grep -E '^Q[A-Za-z0-9]+$|^q[a-z0-9_]+\.h$' | sed 's/\./[.]/' | sort -u | paste -sd'|'
}

check_tree() {
    local file gui files include='#[[:space:]]*include[[:space:]]*[<"]'
    gui=$(gui_headers) || {
        complain "Qt" "gui" "its Gui and Widgets headers were not found, so their absence cannot be told"
        return
    }
    mapfile -t files < <(cd "$tree" && sources core ui app)
    ((${#files[@]} > 0)) || {
        complain "$tree" "sources" "there are none"
        return
    }
    for file in "${files[@]}"; do
        allowed "$(layer_of "$file")" >/dev/null ||
            complain "$file" "layer" "its folder is not in the table of layers"
    done
    lines=$(mktemp)
    code "${files[@]}" >"$lines"
    check_includes
    never openssl "${include}openssl/" '' 'core/(chain|examples)/|core/net/tls(observer|negotiated|handles)[.]'
    never gnutls "${include}gnutls/" '' 'core/chain/gnutls(library|word)[.]'
    never unbound "${include}unbound[.]h" '' 'core/net/unbound(resolver|library)[.]'
    never QSslSocket '\bQSslSocket\b' '' 'core/examples/|core/net/(ssltransport|policyfetcher)[.]'
    never prose '\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\(' core/ 'core/(findings|wording|report)/'
    never gui "$include(Qt(Gui|Widgets)(/|>)|(($gui)[>\"]))" 'core/|app/cli/'
    rm -f "$lines"
    echo "layering: ${#files[@]} files, $broken violations"
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
    fixture fine core/wording/wording.cpp 'QString s = tr("x");'
    fixture fine app/gui/main.cpp '#include <QApplication>'
    fixture fine core/values/x.cpp 'int attr(int); int y = attr(1);'
    fixture include core/values/x.cpp '#include "chain/chain.h"'
    fixture include core/dialogue/x.cpp '#include "net/session.h"'
    fixture include core/findings/x.h '#include "wire/wire.h"'
    fixture include core/report/x.h '#  include "policy/policies.h"'
    fixture include core/policy/x.h '#include "wording/wording.h"'
    fixture include core/chain/x.h '#include "pages/pane.h"'
    fixture include core/chain/x.h '#include "style/theme.h"'
    fixture include ui/x.cpp '#include "net/session.h"'
    fixture include ui/x.cpp '#include "cli/inspect.h"'
    fixture layer core/misc/x.cpp 'int x;'
    fixture openssl core/net/session.cpp '#include <openssl/ssl.h>'
    fixture openssl ui/x.cpp '#include <openssl/x509.h>'
    fixture fine core/chain/gnutlsword.cpp '#include <gnutls/x509.h>'
    fixture gnutls core/chain/chain.cpp '#include <gnutls/x509.h>'
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
