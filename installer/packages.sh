# Sourced by installer/run.sh and tests/run.sh: which packages each of them needs, and how what is missing is
# installed. Never a mail server: those exclude one another as packages (tests/lab/fetch.sh unpacks them instead).
# shellcheck shell=bash disable=SC2034

# svg_package: what draws SVG icons, a package of its own since Qt 6.7.
svg_package() {
    case $(. /etc/os-release && echo "${VERSION_CODENAME:-}") in
    bookworm | noble) echo libqt6svg6 ;;
    *) echo qt6-svg-plugins ;;
    esac
}
# What a build and the window need.
build_packages=(
    cmake ninja-build g++ qt6-base-dev "$(svg_package)" qt6-l10n-tools qt6-translations-l10n libssl-dev libunbound-dev
    libgnutls28-dev dns-root-data ca-certificates fonts-dejavu-core
)
# What the Debian package needs beside: the tools that find its dependencies.
package_packages=(dpkg-dev file gzip)
# What the tests of the package need beside: checks, the shells that complete, a fresh root to install into.
package_test_packages=(
    lintian appstream desktop-file-utils shared-mime-info man-db bash-completion zsh fish mmdebstrap python3
)
# What the tests need beside: a display without a screen, oracles, name servers. The libraries of the unpacked mail
# servers are beside them (server_libraries).
test_packages=(
    git ccache iproute2 netbase procps python3 python3-jsonschema openssl gnutls-bin xvfb xauth time nsd unbound
    ldnsutils libnss-wrapper libuid-wrapper
)
# What the sanitizers need beside: the other compiler, in the version that the release has.
sanitizer_packages=(clang libclang-rt-dev)
# What checks the sources, in the one version that agrees with itself: Debian 12 has it.
source_packages=(clang-format-14 clang-tidy-14)

# A bare environment (cron, env -i) has neither.
export PATH=${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}
if [[ -z ${HOME:-} ]]; then
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
    export HOME
fi

# server_libraries FOLDER: the packages of the libraries that the servers unpacked there (tests/lab/fetch.sh) are linked
# with, by the names that this release has for them.
server_libraries() {
    cat "$1"/*/.depends | tr ',' '\n' | sed -E 's/[|(].*//; s/:any//' | awk '$1 ~ /^lib/ { print $1 }' | sort -u
}

say() { printf '\n== %s\n' "$*"; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# as_root COMMAND…: apt and dpkg want root; a user gets there by sudo.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif ! command -v sudo >/dev/null; then
        die "this needs root, and there is no sudo; run as root: $*"
    elif sudo -n true 2>/dev/null; then
        sudo -n "$@"
    elif [[ -t 0 ]]; then
        sudo "$@"
    else
        die "this needs root: sudo wants a password and there is no terminal to ask on; run as root: $*"
    fi
}

# update_lists: apt's lists, once a run; a fresh machine may have none.
lists_updated=no
update_lists() {
    [[ $lists_updated == no ]] || return 0
    lists_updated=yes
    as_root apt-get -q update || die "apt-get update failed: is there a network?"
}

is_installed() {
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

turns=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/build
# install_missing PACKAGE…: nothing that is there already is touched or asked about. Two at once take turns: apt waits
# for nobody who reads its lists.
install_missing() {
    local missing=() package
    mkdir -p "$turns"
    {
        flock 8
        for package in "$@"; do
            is_installed "$package" || missing+=("$package")
        done
        if ((${#missing[@]} == 0)); then
            echo "everything needed is installed"
            return 0
        fi
        command -v apt-get >/dev/null || die "not a Debian system; needed: ${missing[*]}"
        echo "installing: ${missing[*]}"
        update_lists
        refuse_mail_servers "${missing[@]}"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
            -o DPkg::Lock::Timeout=300 install "${missing[@]}" 8>&- || die "could not install: ${missing[*]}"
    } 8>"$turns/.packages.lock"
}

# refuse_mail_servers PACKAGE…: stops where the installation would bring in or remove a mail server, or remove anything.
refuse_mail_servers() {
    local plan
    plan=$(LC_ALL=C apt-get -s --no-install-recommends install "$@") ||
        die "apt cannot install: $*"
    if grep -E '^Remv ' <<<"$plan"; then
        die "installing would remove the packages above; nothing was done"
    fi
    # One call for all: each reads the whole of apt's lists, which takes a second where they are kept compressed.
    local planned servers
    mapfile -t planned < <(awk '$1 == "Inst" { print $2 }' <<<"$plan")
    ((${#planned[@]} > 0)) || return 0
    servers=$(LC_ALL=C apt-cache show --no-all-versions "${planned[@]}" |
        awk '$1 == "Package:" { name = $2 } /^Provides:.*mail-transport-agent/ { print name }')
    [[ -z $servers ]] || die "installing would bring in the mail server ${servers//$'\n'/, }; nothing was done"
}

# build_jobs: one job a processor, fewer where memory is short (a Qt source takes up to 700 MB).
build_jobs() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '$1 == "MemAvailable:" { print int($2 / 700000) }' /proc/meminfo)
    ((memory >= 1)) || memory=1
    echo $((memory < processors ? memory : processors))
}

# processor_time VARIABLE: seconds, user and system together, of all that this script has waited for so far.
processor_time() {
    local spent
    spent=$(mktemp)
    times >"$spent" # not in a substitution, which would tell of its own shell
    printf -v "$1" '%d' \
        "$(awk -F '[ms ]+' 'NR == 2 { gsub(",", "."); print int(60 * ($1 + $3) + $2 + $4) }' "$spent")"
    rm -f "$spent"
}

# show_steps: ninja's lines, as one line that says how far it is, or, where there is no terminal, one for each tenth.
show_steps() {
    local line step of what tenth=0
    while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (.*) ]] || continue
        step=${BASH_REMATCH[1]} of=${BASH_REMATCH[2]} what=${BASH_REMATCH[3]}
        [[ ! $what =~ CMakeFiles/([^/]+)\.dir/ ]] || what="compiling ${BASH_REMATCH[1]}"
        if [[ -t 1 ]]; then
            printf '\r\033[K[%d/%d] %.60s' "$step" "$of" "${what##*/}"
        elif ((step * 10 / of > tenth)); then
            tenth=$((step * 10 / of))
            printf '[%d/%d] %.60s\n' "$step" "$of" "${what##*/}"
        fi
    done
    [[ ! -t 1 ]] || printf '\r\033[K'
}

# build_preset PRESET TARGET…: configures build/PRESET and builds, and says at the end what that has cost. What the
# compiler says stands in build/PRESET/build.log, and is shown where the build failed.
configured=() # further options of CMake
build_preset() {
    local folder=$root/build/$1 before after began=$SECONDS log=$root/build/$1/build.log
    processor_time before
    (cd "$root" && cmake --log-level=WARNING --preset "$1" "${configured[@]}" >/dev/null) || return 1
    shift
    if ! cmake --build "$folder" --parallel "$(build_jobs)" --target "$@" 2>&1 | tee "$log" | show_steps; then
        sed -n '/^FAILED/,$p' "$log" | head -n 100 >&2
        [[ $(grep -c '^FAILED' "$log") != 0 ]] || tail -n 20 "$log" >&2
        return 1
    fi
    processor_time after
    if grep 'no work to do' "$log" >/dev/null; then
        echo "everything is built already"
    else
        echo "built in $((SECONDS - began)) s; processor time (user and system): $((after - before)) s"
    fi
}
