# Serves the example. Sourced by ./dev.

# A real framework for the example, where the data of the tests lie beside the repository.
EXAMPLE_CATALOG="nist-oscal/sp800-53r5/NIST_SP-800-53_rev5_catalog-min.json"

make_example() {
    local catalog="${SIGILL_SHARED_DATA:-../shared/data}/$EXAMPLE_CATALOG" words=()
    if [[ -f "$catalog" ]]; then
        words=(--catalog "$catalog")
    else
        say "   no framework catalogue at $catalog: the example has none"
    fi
    (umask 077 && build/release/sigill example --data "$1" "${words[@]}" >"$1.log-in") &&
        mv "$1.log-in" "$1/example-log-in.txt"
}

# Makes the data directory whole or not at all: a broken first run leaves nothing behind that a
# second one would take for finished.
make_data() {
    local data="$1" empty="$2" part="$1.part"
    rm -rf "$part" "$part.log-in"
    mkdir -p "$(dirname "$data")" || return 1
    if [[ "$empty" == yes ]]; then
        build/release/sigill init --data "$part" --provider Provider \
            --admin admin@provider.example >&2 || return 1
    else
        make_example "$part" || return 1
    fi
    mv "$part" "$data"
}

verb_run() {
    local port=8080 data="$ROOT/data" empty=no
    while (($# > 0)); do
        case "$1" in
            --port) port="${2:?--port needs a number}" && shift 2 ;;
            --data) data="${2:?--data needs a folder}" && shift 2 ;;
            --empty) empty=yes && shift ;;
            *) wrong_usage "run takes --port, --data and --empty, not '$1'" ;;
        esac
    done
    install_for run
    build_preset release
    build_page

    if [[ ! -e "$data" ]]; then
        step "make the data directory $data" make_data "$data" "$empty"
    fi
    say ""
    if [[ -f "$data/example-log-in.txt" ]]; then
        say "   http://demo.localhost:$port"
        sed 's/^/   /' "$data/example-log-in.txt" >&2
    else
        say "   http://provider.localhost:$port"
    fi
    say "   stop with Ctrl-C"
    say ""
    exec build/release/sigill serve --data "$data" --listen "127.0.0.1:$port" --web web/dist
}
