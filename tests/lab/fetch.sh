#!/usr/bin/env bash
# Unpacks Postfix, Exim and servers of other stacks from the distribution's packages into a folder, for tests/lab and
# tests/bench.
#
#   tests/lab/fetch.sh FOLDER
#
# Nothing is installed: the packages are mail-transport-agents that exclude one another and would displace the
# machine's own. Nothing is started either. A folder that is complete is left as it is, so that no network is
# needed the second time.
set -euo pipefail

folder=${1:?usage: fetch.sh FOLDER}
servers=(
    postfix exim4-daemon-light exim4-config
    nginx libnginx-mod-mail stunnel4 chasquid python3-aiosmtpd python3-attr python3-public
)

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
for server in "${servers[@]}"; do
    [[ -e $folder/$server/.complete && -e $folder/$server/.depends ]] && continue
    echo "lab: fetching $server (unpacked, not installed)"
    download=$(mktemp -d)
    trap 'rm -rf "$download"' EXIT
    # As root apt fetches as the user _apt, which must be able to write there.
    chmod 755 "$download"
    if ((EUID == 0)); then chown _apt "$download" 2>/dev/null || true; fi
    if ! (cd "$download" && apt-get -q download "$server"); then
        echo "lab: could not download $server; apt-get update, or a network, may be missing" >&2
        exit 1
    fi
    rm -rf "${folder:?}/$server"
    mkdir -p "$folder/$server"
    dpkg-deb -x "$download/$server"_*.deb "$folder/$server"
    # The libraries that it is linked with: they are plain packages, and installed where they are missing.
    dpkg-deb --field "$download/$server"_*.deb Depends >"$folder/$server/.depends"
    # No set-user-ID program is left lying in a build folder.
    find "$folder/$server" -type f -perm /6000 -exec chmod ug-s {} +
    touch "$folder/$server/.complete"
    rm -rf "$download"
    trap - EXIT
done
