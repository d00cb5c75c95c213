#!/usr/bin/env bash
# Runs a command on another release of Debian, in this tree at its own path.
#
#   tests/release.sh bookworm|trixie COMMAND…
#
# The release stands in build/roots/NAME: made by debootstrap from the mirror of this machine's apt, then kept. What is
# built there is kept beside it and stands where build/ is. Root only. Mounts and processes live in namespaces of their
# own, so that none is left when the command ends or is interrupted.
set -euo pipefail

tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
. "$tree/installer/packages.sh"

release=${1:-}
case $release in
bookworm | trixie) ;;
*) die "usage: tests/release.sh bookworm|trixie COMMAND…" ;;
esac
shift
(($# > 0)) || die "usage: tests/release.sh bookworm|trixie COMMAND…"
((EUID == 0)) || die "another release needs root (chroot, mounts): sudo tests/run.sh --release $release"
unshare --mount --pid --fork true 2>/dev/null || die "this machine lets even root make no namespaces (unshare)"

base=$tree/build/roots/$release
built=$tree/build/roots/$release-build

# sources: the Debian repositories of this machine's apt, one a line as "URI SUITE", for the other release.
sources() {
    local own
    own=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    [[ -n $own ]] || return 0
    apt-get indextargets --format '$(CREATED_BY)|$(ORIGIN)|$(REPO_URI)|$(RELEASE)|$(COMPONENT)' |
        awk -F'|' -v own="$own" -v release="$release" '
            $1 == "Packages" && ($2 == "Debian" || $2 == "") && $5 == "main" &&
                ($4 == own || $4 == own "-updates" || $4 == own "-security") {
                sub("^" own, release, $4)
                print $3, $4
            }' | sort -u
}

# apt_options: how this machine's apt reaches its sources (proxies and the like), without its hooks.
apt_options() {
    apt-config dump | grep -E '^Acquire::(http|https|ftp|Check-Date|Check-Valid-Until|Retries)' | grep -v '"";$' || true
    echo 'Acquire::Languages "none";'
}

make_root() {
    local mirror
    mirror=$(sources | awk -v release="$release" '$2 == release { print $1; exit }')
    [[ -n $mirror ]] || die "this machine's apt has no Debian source that $release could be taken from"
    say "$release (debootstrap, into build/roots/$release)"
    rm -rf "$base.new"
    mkdir -p "$base.new"
    # In a namespace, so that what debootstrap mounts is gone where it fails.
    unshare --mount debootstrap --variant=minbase "$release" "$base.new" "$mirror" >"$base.log" 2>&1 || {
        tail -n 20 "$base.log" >&2
        die "debootstrap could not make $release (all output: build/roots/$release.log)"
    }
    printf '#!/bin/sh\nexit 101\n' >"$base.new/usr/sbin/policy-rc.d" # no service is started by its installation
    chmod 755 "$base.new/usr/sbin/policy-rc.d"
    mv "$base.new" "$base"
}

# configure_root: names and apt as on this machine, each time anew, for they may have changed.
configure_root() {
    local file
    sources | while read -r uri suite; do echo "deb $uri $suite main"; done >"$base/etc/apt/sources.list"
    apt_options >"$base/etc/apt/apt.conf.d/90machine"
    for file in resolv.conf hosts; do
        cp --dereference --remove-destination "/etc/$file" "$base/etc/$file"
    done
    for file in /etc/apt/auth.conf /etc/apt/auth.conf.d /usr/local/share/ca-certificates; do
        if [[ -e $file ]]; then cp -a "$file" "$base${file%/*}/"; fi
    done
    # A mirror behind TLS is reached before the root has its own.
    file=/etc/ssl/certs/ca-certificates.crt
    if [[ -e $file && ! -e $base$file ]]; then install -D -m 644 "$file" "$base$file"; fi
}

install_missing debootstrap
mkdir -p "$built"
{
    flock 9 # of two at once, one makes the root
    [[ -d $base ]] || make_root
    configure_root
} 9>"$base.lock"

environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8)
for name in TERM CCACHE_DISABLE CI {http,https,ftp,no}_proxy {HTTP,HTTPS,FTP,NO}_PROXY; do
    [[ -z ${!name+x} ]] || environment+=("$name=${!name}")
done
# shellcheck disable=SC2016 # the inner shell's
inside='
set -eu
base=$1 tree=$2 built=$3
shift 3
mount --bind "$base" "$base" # a root that is no mount could have no namespace of its own within
mkdir -p "$base$tree"
mount --bind "$tree" "$base$tree"
mount --bind "$built" "$base$tree/build"
mount -t proc proc "$base/proc"
mount --rbind /sys "$base/sys"
mount --rbind /dev "$base/dev"
# Whoever was interrupted while packages were installed leaves them half done, and apt refuses to go on.
chroot "$base" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    dpkg --configure -a >"$base.dpkg.log" 2>&1 || cat "$base.dpkg.log" >&2
exec chroot "$base" "$@"'
# The first process of a namespace is deaf to what a terminal sends, so it is ended from here.
trap '[[ -z ${running:-} ]] || kill -KILL "$running" 2>/dev/null; exit 130' INT TERM HUP
unshare --mount --pid --fork --kill-child sh -c "$inside" release "$base" "$tree" "$built" /usr/bin/env -i \
    --chdir="$tree" "${environment[@]}" "$@" <&0 &
running=$!
status=0
wait "$running" || status=$?
exit "$status"
