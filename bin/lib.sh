# What the scripts of this folder share. Sourced, not run.
# shellcheck shell=sh

say() {
    printf '%s\n' "$*"
}

die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# install "what it is for" package...: through apt-get where we may, else one sentence says what to do.
install() {
    purpose=$1
    shift
    if [ "$(id -u)" != 0 ] || ! have apt-get; then
        die "$purpose is missing; please install it, on Debian: sudo apt-get install $*"
    fi
    say "Installing $purpose: $*"
    export DEBIAN_FRONTEND=noninteractive
    if [ -z "${packages_listed:-}" ]; then
        apt-get update -qq || die "the lists of Debian packages could not be fetched, so $purpose cannot be installed."
        packages_listed=yes
    fi
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
        || die "$purpose could not be installed; please try: apt-get install $*"
}

# The tests start their own slapd; the package must neither ask nor start one.
need_slapd() {
    [ -x /usr/sbin/slapd ] && return
    if [ "$(id -u)" = 0 ] && have debconf-set-selections; then
        echo "slapd slapd/no_configuration boolean true" | debconf-set-selections
    fi
    install "OpenLDAP, for the tests of logging in" slapd
}

# chromium-headless-shell is the same Chromium without the window around it, and takes half of the processors.
need_browser() {
    have chromium-headless-shell || have chromium || have chromium-browser || have google-chrome \
        || install "Chromium, for the tests in a real browser" chromium fonts-liberation
}

# The major version of the Java that will run, empty when there is none.
java_version() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

need_java() {
    found=$(java_version)
    if [ -z "$found" ] && [ -z "${JAVA_HOME:-}" ]; then
        install "a JDK 17" openjdk-17-jdk-headless
        found=$(java_version)
    fi
    [ "${found:-0}" -ge 17 ] || die "Laras needs a JDK 17 or newer; ${JAVA_HOME:-the java on the PATH} is ${found:-none}."
    [ -n "${JAVA_HOME:-}" ] || have javac || install "the compiler of the JDK" openjdk-17-jdk-headless
}

need_node() {
    if ! have node || ! have npm; then
        install "Node.js" nodejs npm
    fi
    node_major=$(node -p 'process.versions.node.split(".")[0]')
    [ "$node_major" -ge 18 ] || die "Laras needs Node.js 18 or newer to build its forms; this is $(node --version)."
}
