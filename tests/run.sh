#!/usr/bin/env bash
# Installs what is missing, builds, and passes every test; the last line is the tally.
#
#   tests/run.sh [--release bookworm|trixie [--prepare]] [--werror] [--tidy-minutes N]
#
# On the machine it stands on, or with --release on a Debian of that name, which is made under build/roots and kept
# (root only; without the sanitizers, the bench and what checks the sources); --prepare ends when all is installed
# there. With --werror warnings of the optimised build are errors, as those of the others always are; it then shares
# nothing with what installer/run.sh has built.
# Works from any folder, for root and for a user with sudo, a second time without a network. Mail servers for
# tests/lab are unpacked into build/lab-cache; none is installed, removed or started as the system's.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
. "$root/installer/packages.sh"
cd "$root" || exit 1
export LC_ALL=C.UTF-8

usage() { die "usage: tests/run.sh [--release bookworm|trixie [--prepare]] [--werror] [--tidy-minutes N]"; }
tidy_minutes=1 release='' whole=yes prepare=no configured=() further=()
while (($#)); do
    case $1 in
    --tidy-minutes) tidy_minutes=${2:-} && further+=("$1" "$tidy_minutes") && shift ;;
    --release) release=${2:-} && shift ;;
    --release=*) release=${1#*=} ;;
    --werror) configured=(-DMAILSEAL_WERROR=ON) && further+=("$1") ;;
    --prepare) prepare=yes && further+=("$1") ;;
    --within-release) whole=no ;; # how --release calls this script
    *) usage ;;
    esac
    shift || usage
done
[[ $tidy_minutes =~ ^[0-9]+$ ]] || usage
if [[ -n $release ]]; then
    exec tests/release.sh "$release" tests/run.sh --within-release "${further[@]}"
fi

passed=0 failed=0 skipped=0 failures=() launcher=() since=0
logs=$root/build/test-logs
mkdir -p "$logs"

verdict() { # NAME STATUS: one check of ours
    if (($2 == 0)); then
        passed=$((passed + 1))
        echo "PASS: $1 ($((SECONDS - since)) s)"
    else
        failed=$((failed + 1))
        failures+=("$1")
        echo "FAIL: $1 ($((SECONDS - since)) s)"
    fi
    since=$SECONDS
}

script_check() { # NAME COMMAND…
    local name=$1 status=0
    shift
    "$@" || status=$?
    verdict "$name" "$status"
}

tally() {
    say "tally"
    local failure
    for failure in "${failures[@]}"; do echo "failed: $failure"; done
    local line="$passed passed, $failed failed"
    ((skipped == 0)) || line+=", $skipped skipped"
    echo "took $((SECONDS / 60)) min $((SECONDS % 60)) s"
    echo "$line"
    ((failed == 0 && passed > 0)) || exit 1
    exit 0
}

build() { # PRESET
    say "build: $1"
    local status=0
    build_preset "$1" all || status=$?
    verdict "build $1" "$status"
    return "$status"
}

# run_tests PRESET CTEST-OPTION…: names each test and each of its rows that failed or was skipped.
run_tests() {
    local preset=$1 log=$logs/$1.log rows
    shift
    say "tests: $preset"
    # SIGPIPE-free: ctest writes its log whole, the short form is made from it.
    (cd "build/$preset" && "${launcher[@]}" ctest --verbose --no-tests=error -j "$(nproc)" "$@") >"$log" 2>&1
    local status=$?
    grep -E '^ *[0-9]+/[0-9]+ Test +#' "$log"
    # A row that failed or was skipped is shown with its reason; the rest stays in the log.
    sed -nE '/^[0-9]+: (FAIL!|SKIP|XPASS|==[0-9]+==ERROR)/{p;:more;n;/^[0-9]+: (PASS|Totals|[*]|SKIP)/b;p;b more}' \
        "$log" | head -300
    rows=$(grep -cE '^[0-9]+: PASS ' "$log")
    local good bad set_aside
    good=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#.* Passed +' "$log")
    set_aside=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#.*\*\*\*Skipped' "$log")
    bad=$(($(grep -cE '^ *[0-9]+/[0-9]+ Test +#' "$log") - good - set_aside))
    if ((status != 0 && bad == 0)); then
        bad=1
        tail -n 20 "$log"
    fi
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + set_aside))
    while read -r name; do failures+=("$preset: $name (log: ${log#"$root"/})"); done < <(
        grep -E '^ *[0-9]+/[0-9]+ Test +#.*\*\*\*' "$log" | grep -vE '\*\*\*Skipped' |
            sed -E 's/.*Test +#[0-9]+: ([^ ]+).*/\1/')
    echo "$preset: $good tests passed ($rows rows), $bad failed, $set_aside skipped in $((SECONDS - since)) s;" \
        "all output: ${log#"$root"/}"
    since=$SECONDS
}

fetch_servers() {
    tests/lab/fetch.sh build/lab-cache || {
        # A fresh machine has no lists yet, or stale ones.
        update_lists && tests/lab/fetch.sh build/lab-cache
    }
}

installer_without_display() {
    local said
    said=$(env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM installer/run.sh) || return 1
    grep -F "$root/build/release/app/mailseal-cli inspect" <<<"$said" && grep -i "no display" <<<"$said" >/dev/null
}

package_is_made() {
    local said
    said=$(installer/package.sh) || return 1
    grep -F "sudo apt install $root/build/package/mailseal_" <<<"$said"
}

console_without_gui() {
    local libraries
    libraries=$(ldd build/release/app/mailseal-cli) || return 1
    ! grep -E 'libQt6(Gui|Widgets)' <<<"$libraries"
}

codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
say "packages"
packages=("${build_packages[@]}" "${test_packages[@]}" "${package_packages[@]}" "${package_test_packages[@]}")
[[ $whole == no ]] || packages+=("${sanitizer_packages[@]}")
checks_sources=no
if [[ $whole == yes && $codename == bookworm ]]; then
    checks_sources=yes
    packages+=("${source_packages[@]}")
fi
install_missing "${packages[@]}"
script_check "mail servers for the lab are unpacked" fetch_servers
mapfile -t libraries < <(server_libraries build/lab-cache)
install_missing "${libraries[@]}"
[[ $prepare == no ]] || tally

say "sources"
if [[ $checks_sources == yes ]]; then
    script_check "format" tests/format.sh
else
    echo "format and clang-tidy are left to Debian 12, which has their version 14"
fi
script_check "layering fixtures" tests/layering.sh --self-check
script_check "documents" tests/docs.sh
script_check "documents fixtures" tests/docs.sh --self-check

build release && {
    script_check "installer/run.sh without a display names mailseal-cli" installer_without_display
    script_check "installer/package.sh makes the package" package_is_made
    script_check "mailseal-cli links neither Gui nor Widgets" console_without_gui
    run_tests release
    if [[ $whole == yes ]]; then
        say "bench (smoke: figures are produced, none is judged)"
        script_check "bench" python3 tests/bench/bench.py --smoke --build build/release --servers build/lab-cache
    fi
    if [[ $checks_sources == yes ]]; then
        say "clang-tidy (changed files, at most $tidy_minutes minutes)"
        script_check "clang-tidy" tests/tidy.sh --minutes "$tidy_minutes"
    fi
}
# What runs once is not run again: the sanitizers are for our own code, the lab is for the optimised build. They are
# built by the other compiler, which reads the sources with other eyes and is three times as quick at it.
if [[ $whole == yes ]] && build asan; then
    # Version 14's AddressSanitizer dies at random where a kernel scatters addresses more widely than 28 bits.
    scattered=$(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null || echo unknown)
    [[ $scattered == 28 ]] || ! setarch -R true 2>/dev/null || launcher=(setarch -R)
    run_tests asan --label-exclude once
fi
tally
