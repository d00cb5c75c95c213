#!/usr/bin/env bash
# From a fresh Debian 12 or 13 to the window: installs what is missing, builds optimised, opens Mailseal.
#
#   installer/run.sh [TARGET… | FILE.mailseal…]
#
# Works from any folder, for root and for a user with sudo; a second run installs and builds nothing again.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
. "$root/installer/packages.sh"

say "packages"
install_missing "${build_packages[@]}"

say "build (optimised, into build/release)"
build_preset release mailseal mailseal-cli || die "the build failed; its first error is above"

window=$root/build/release/app/mailseal
console=$root/build/release/app/mailseal-cli
without_a_display() {
    cat <<MESSAGE
Mailseal is built, but there is no display to open its window on: $1.
On a machine without a screen use the command line instead:
    $console inspect host:mx.example.org
MESSAGE
}

if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} && -z ${QT_QPA_PLATFORM:-} ]]; then
    say "no display"
    without_a_display "neither DISPLAY nor WAYLAND_DISPLAY is set"
    exit 0
fi
say "opening the window ($window; on the command line: $console)"
status=0
"$window" "$@" || status=$?
# Qt ends a program by SIGABRT where the display that is named cannot be reached.
if ((status == 134)); then
    without_a_display "the one that is set (${WAYLAND_DISPLAY:-${DISPLAY:-$QT_QPA_PLATFORM}}) could not be used"
fi
exit "$status"
