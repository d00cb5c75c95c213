#!/usr/bin/env bash
# Makes the Debian package: installs what is missing, builds optimised, puts the .deb into build/package.
#
#   installer/package.sh
#
# Works from any folder, for root and for a user with sudo. Install the result with apt, remove it with apt:
#
#   sudo apt install ./build/package/mailseal_*.deb
#   sudo apt purge mailseal
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
. "$root/installer/packages.sh"

say "packages"
install_missing "${build_packages[@]}" "${package_packages[@]}"

say "build (optimised, into build/release)"
build_preset release mailseal-installed || die "the build failed; its first error is above"

say "package (into build/package)"
folder=$root/build/package
mkdir -p "$folder"
# Nothing but this package: an older version beside it would be installed by mistake.
rm -f "$folder"/mailseal_*.deb
cpack --config "$root/build/release/CPackConfig.cmake" -B "$folder" >"$folder/cpack.log" 2>&1 || {
    cat "$folder/cpack.log" >&2
    die "cpack could not make the package"
}
rm -rf "$folder/_CPack_Packages"
package=$(echo "$folder"/mailseal_*.deb)
dpkg-deb --info "$package" | sed -n 's/^ \(Package\|Version\|Architecture\|Installed-Size\|Depends\): /\1: /p'
echo
echo "made: $package"
echo "install it:  sudo apt install $package"
echo "remove it:   sudo apt purge mailseal"
