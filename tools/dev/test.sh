# Runs the tests. Sourced by ./dev.

run_ctest() {
    ctest --test-dir build/dev --output-on-failure --parallel "$(nproc)" "$@"
}

test_browser() {
    node tests/browser/run.mjs
}

verb_test() {
    local name=""
    while (($# > 0)); do
        case "$1" in
            --long) export SIGILL_LONG=1 && shift ;;
            -*) wrong_usage "test takes --long and a name, not '$1'" ;;
            *) name="$1" && shift ;;
        esac
    done
    install_for run test
    step "build dev" build_preset dev
    if [[ -n "$name" ]]; then
        step "C++ tests named like '$name'" run_ctest -R "$name"
        return 0
    fi
    step "C++ tests, lints, and the program from end to end (ctest)" run_ctest
    step "tests of the page (vitest)" npm_run test
    build_page
    step "the page in a browser (node, Chromium)" test_browser
    say "== all tests passed"
}

# The browser test walks every screen in both languages and leaves pictures where it is told to.
verb_shots() {
    local folder
    folder="$(realpath -m "${1:-$ROOT/shots}")"
    install_for run test
    build_preset dev
    build_page
    mkdir -p "$folder"
    SIGILL_SHOTS="$folder" step "screenshots into $folder" test_browser
}

verb_bench() {
    install_for run test
    exec bench/run "$@"
}
